using System.Runtime.Versioning;
using Daybook.Storage;

namespace Daybook.Tests.Server;

[UnsupportedOSPlatform("windows")]
public sealed class PrivateFolderTests : IDisposable
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("daybook-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void What_the_server_keeps_is_for_its_owner_alone()
    {
        var data = Path.Combine(_folder.FullName, "data");
        PrivateFolder.Create(data);
        Assert.Equal(Owner, File.GetUnixFileMode(data));
    }

    [Fact]
    public void A_folder_that_is_there_keeps_its_permissions()
    {
        var shared = Owner | UnixFileMode.GroupRead | UnixFileMode.GroupExecute;
        File.SetUnixFileMode(_folder.FullName, shared);
        PrivateFolder.Create(_folder.FullName);
        Assert.Equal(shared, File.GetUnixFileMode(_folder.FullName));
    }
}
