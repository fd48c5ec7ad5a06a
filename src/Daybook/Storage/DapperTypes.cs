using System.Data;
using System.Globalization;
using System.Runtime.CompilerServices;
using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;

namespace Daybook.Storage;

/// <summary>How the product's values stand in the columns of both databases. SQLite keeps instants as UTC text of fixed length, which sorts as time does.</summary>
internal static class DapperTypes
{
    public const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    private static readonly Lock Once = new();
    private static bool _registered;

    public static void Register()
    {
        lock (Once)
        {
            if (_registered)
                return;
            DefaultTypeMap.MatchNamesWithUnderscores = true;
            SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
            SqlMapper.RemoveTypeMap(typeof(DateTimeOffset?));
            SqlMapper.RemoveTypeMap(typeof(DateOnly));
            SqlMapper.RemoveTypeMap(typeof(DateOnly?));
            Add(new InstantHandler());
            Add(new DateHandler());
            Add(new JsonHandler());
            _registered = true;
        }
    }

    public static void Identity<T>()
        where T : struct, IIdentity<T> => Add(new IdentityHandler<T>());

    public static void Word<T>()
        where T : class, IWord<T> => Add(new WordHandler<T>());

    private static void Add<T>(SqlMapper.TypeHandler<T> handler) => SqlMapper.AddTypeHandler(typeof(T), new NullHandler(handler));

    /// <summary>A query's only value may be null too, such as the greatest of none; handlers of values are not asked about it.</summary>
    private sealed class NullHandler(SqlMapper.ITypeHandler handler) : SqlMapper.ITypeHandler
    {
        public void SetValue(IDbDataParameter parameter, object value) => handler.SetValue(parameter, value);

        public object? Parse(Type destinationType, object value) => value is DBNull ? null : handler.Parse(destinationType, value);
    }

    private sealed class InstantHandler : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value) => parameter.Value = parameter is SqliteParameter
            ? value.UtcDateTime.ToString(InstantFormat, CultureInfo.InvariantCulture)
            : value.ToUniversalTime();

        public override DateTimeOffset Parse(object value) => value switch
        {
            DateTime time => new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc)),
            DateTimeOffset time => time.ToUniversalTime(),
            string text => DateTimeOffset.ParseExact(text, InstantFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
            _ => throw new DataException($"an instant cannot be read from {value.GetType().Name}"),
        };
    }

    private sealed class DateHandler : SqlMapper.TypeHandler<DateOnly>
    {
        public override void SetValue(IDbDataParameter parameter, DateOnly value) => parameter.Value = parameter is SqliteParameter
            ? value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : value;

        public override DateOnly Parse(object value) => value switch
        {
            DateOnly date => date,
            DateTime time => DateOnly.FromDateTime(time),
            string text => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            _ => throw new DataException($"a date cannot be read from {value.GetType().Name}"),
        };
    }

    /// <summary>PostgreSQL takes the text as what the column is, json or jsonb.</summary>
    private sealed class JsonHandler : SqlMapper.TypeHandler<Json>
    {
        public override void SetValue(IDbDataParameter parameter, Json value)
        {
            parameter.Value = value.Text;
            if (parameter is not SqliteParameter)
                TakeAsColumn(parameter);
        }

        public override Json Parse(object value) => new((string)value);

        /// <summary>Apart, because a method is compiled with all that it names: a server on SQLite never loads the other driver.</summary>
        [MethodImpl(MethodImplOptions.NoInlining)]
        private static void TakeAsColumn(IDbDataParameter parameter) => ((NpgsqlParameter)parameter).NpgsqlDbType = NpgsqlDbType.Unknown;
    }

    private sealed class IdentityHandler<T> : SqlMapper.TypeHandler<T>
        where T : struct, IIdentity<T>
    {
        public override void SetValue(IDbDataParameter parameter, T value) =>
            parameter.Value = parameter is SqliteParameter ? value.Value.ToString("D") : value.Value;

        public override T Parse(object value) => T.Of(value is Guid id ? id : Guid.ParseExact((string)value, "D"));
    }

    private sealed class WordHandler<T> : SqlMapper.TypeHandler<T>
        where T : class, IWord<T>
    {
        public override void SetValue(IDbDataParameter parameter, T? value) => parameter.Value = value is null ? DBNull.Value : value.Word;

        public override T? Parse(object value) => T.Find((string)value) ?? throw new DataException($"'{value}' is not a known {typeof(T).Name}");
    }
}
