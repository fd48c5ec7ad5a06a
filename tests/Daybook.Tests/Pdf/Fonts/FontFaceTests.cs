using System.Text;
using Daybook.Pdf;

namespace Daybook.Tests.Pdf.Fonts;

public sealed class FontFaceTests
{
    private static readonly byte[] Inter = File.ReadAllBytes(Repository.PathOf("src/Daybook.Pdf/Fonts/Assets/Inter-Regular.ttf"));

    public static TheoryData<string> Assets =>
        [.. Directory.GetFiles(Repository.PathOf("src/Daybook.Pdf/Fonts/Assets"), "*.ttf").Select(file => Path.GetFileName(file))];

    [Fact]
    public void A_face_knows_its_measures()
    {
        var face = FontFace.Load(Inter, "Inter");
        Assert.InRange(face.Ascent, 0.9, 1.0);
        Assert.InRange(face.Descent, -0.3, -0.2);
        Assert.InRange(face.CapHeight, 0.7, 0.75);
        Assert.InRange(face.XHeight, 0.5, 0.56);
        Assert.Equal((400, 0.0, false), (face.Weight, face.ItalicAngle, face.IsFixedPitch));
        Assert.True(face.Has(new('é')));
        Assert.False(face.Has(new('中')));
    }

    [Theory]
    [MemberData(nameof(Assets))]
    public void A_bundled_font_comes_with_its_licence(string asset) =>
        Assert.Contains("SIL OPEN FONT LICENSE", Encoding.UTF8.GetString(EmbeddedAsset.Read($"{asset.Split('-')[0]}-OFL.txt").Span), StringComparison.Ordinal);

    [Fact]
    public void The_families_have_four_faces_with_weights_and_slants()
    {
        var sans = FontCatalog.Bundled.Sans;
        Assert.Equal([400, 700, 400, 700], new[] { sans.Regular, sans.Bold, sans.Italic, sans.BoldItalic }.Select(face => face.Weight));
        Assert.Equal([false, false, true, true], new[] { sans.Regular, sans.Bold, sans.Italic, sans.BoldItalic }.Select(face => face.ItalicAngle != 0));
        Assert.True(FontCatalog.Bundled.Mono.Bold.IsFixedPitch);
    }

    [Theory]
    [InlineData("", "the file is too short")]
    [InlineData("<!DOCTYPE html><html>", "it is not a TrueType or OpenType font")]
    [InlineData("\0\u0001\0\0\0\u0020\0\0\0\0\0\0", "the file is cut off")]
    public void What_is_no_font_is_refused_with_the_reason(string file, string reason)
    {
        var error = Assert.Throws<FontFileException>(() => FontFace.Load(Encoding.Latin1.GetBytes(file), "house.ttf"));
        Assert.Equal(("house.ttf", reason), (error.FontName, error.Reason));
    }

    [Fact]
    public void A_font_cut_off_anywhere_is_refused()
    {
        for (var length = 0; length < Inter.Length; length += 997)
            Assert.Throws<FontFileException>(() => FontFace.Load(Inter.AsMemory(0, length), "house.ttf"));
    }

    [Fact]
    public void A_font_whose_licence_forbids_embedding_is_refused()
    {
        var restricted = (byte[])Inter.Clone();
        var table = new SfntFile(restricted, "x", 0).Table("OS/2");
        Assert.True(System.Runtime.InteropServices.MemoryMarshal.TryGetArray(table, out var segment));
        restricted[segment.Offset + 9] = 2;
        Assert.Contains("licence", Assert.Throws<FontFileException>(() => FontFace.Load(restricted, "x")).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_font_gives_a_file_or_its_own_error()
    {
        var random = new Random(20260304);
        for (var i = 0; i < 40; i++)
        {
            var damaged = (byte[])Inter.Clone();
            for (var k = 0; k < 60; k++)
                damaged[random.Next(i % 2 == 0 ? 2000 : damaged.Length)] = (byte)random.Next(256);
            try
            {
                Assert.NotEmpty(Write(damaged));
            }
            catch (FontFileException error)
            {
                Assert.NotEmpty(error.Reason);
            }
        }
    }

    private static byte[] Write(byte[] font)
    {
        var face = FontFace.Load(font, "damaged.ttf");
        var family = new FontFamily("Damaged", face, face, face, face);
        var fonts = FontCatalog.Bundled.With(family, family).WithoutSystemFonts();
        using var shaper = new TextShaper(fonts);
        using var output = new MemoryStream();
        using var writer = new PdfWriter(output, SamplePdf.Settings);
        using (var canvas = writer.AddPage(400, 400).Open())
        using (canvas.Mark(writer.Structure.Add(StructureType.P)))
            canvas.DrawText(shaper.Lay([new(SamplePdf.Paragraph, new(family, 10), PdfColor.Black)], 300, TextLayoutOptions.Default), 0, 0);
        writer.Save();
        return output.ToArray();
    }
}
