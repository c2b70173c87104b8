using System.Globalization;

namespace CustomerInsight.Matching;

/// <summary>Reads SQL expressions of one column as an attribute and a part of its values.</summary>
internal sealed class SplinkColumns(IReadOnlyDictionary<string, string> attributes)
{
    private const double SecondsInDay = 86_400;

    /// <summary>The format in which the dates of this comparison are written, once an expression has said it.</summary>
    private string? _dateFormat;

    /// <summary>What reads dates in that format: one for the comparison, so that its columns are read once.</summary>
    private ValuePart? _date;

    /// <summary>The attribute that a column stands for.</summary>
    public string Attribute(string column) => attributes.GetValueOrDefault(column) ?? column;

    /// <summary>Reads an expression of one column.</summary>
    /// <exception cref="SqlSyntaxException">It is none that is known.</exception>
    public (string Attribute, ValuePart Part) Value(SqlNode node) => node switch
    {
        SqlColumn column => (Attribute(column.Name), ValuePart.Whole),
        SqlCall { Name: "nullif", Operands: [var inner, SqlText { Value: "" }] } => Value(inner),
        SqlCall { Name: "cast varchar" or "cast text", Operands: [var inner] } => Value(inner),
        SqlCall { Name: "regexp_extract", Operands: [SqlColumn column, SqlText pattern] } => (Attribute(column.Name), Pattern(pattern.Value, 0)),
        SqlCall { Name: "regexp_extract", Operands: [SqlColumn column, SqlText pattern, SqlNumber group] } => (Attribute(column.Name), Pattern(pattern.Value, Whole(group))),
        SqlCall { Name: "substring" or "substr", Operands: [SqlColumn column, SqlNumber { Value: 1 }, SqlNumber length] } => (Attribute(column.Name), Prefix(length)),
        SqlCall { Name: "left", Operands: [SqlColumn column, SqlNumber length] } => (Attribute(column.Name), Prefix(length)),
        SqlCall => Date(node),
        _ => throw new SqlSyntaxException("it is no expression of a column"),
    };

    /// <summary>Reads an expression that makes a date of a column; gives the attribute and the part that reads its dates.</summary>
    /// <exception cref="SqlSyntaxException">It is none.</exception>
    /// <exception cref="SplinkNeverException">It reads dates in another format than the comparison did before, so that it gives none.</exception>
    public (string Attribute, ValuePart Part) Date(SqlNode node)
    {
        switch (node)
        {
            case SqlCall { Name: "try_strptime" or "strptime", Operands: [SqlColumn column, SqlText format] }:
                _dateFormat ??= format.Value;
                return format.Value == _dateFormat ? (Attribute(column.Name), _date ??= In(format.Value)) : throw new SplinkNeverException($"dates are written as {_dateFormat} and read as {format.Value}");
            case SqlCall { Name: "cast date" or "cast timestamp", Operands: [var inner] }:
                return inner is SqlColumn plain ? (Attribute(plain.Name), ValuePart.Date) : Date(inner);
            default:
                throw new SqlSyntaxException($"the function '{(node as SqlCall)?.Name}' is not known here");
        }
    }

    /// <summary>Whole days in so many seconds: what two dates may lie apart.</summary>
    public static int Days(SqlNumber seconds) => Whole(new SqlNumber(Math.Floor(seconds.Value / SecondsInDay)));

    public static int Whole(SqlNumber number) => number.Value == Math.Floor(number.Value) && Math.Abs(number.Value) < int.MaxValue
        ? (int)number.Value
        : throw new SqlSyntaxException(string.Create(CultureInfo.InvariantCulture, $"{number.Value} is no whole number"));

    /// <summary>Standardized dates keep their part, which other conditions read too.</summary>
    private static ValuePart In(string format)
    {
        try
        {
            return format == "%Y-%m-%d" ? ValuePart.Date : ValuePart.DateIn(format);
        }
        catch (ArgumentException)
        {
            throw new SqlSyntaxException($"dates are read as '{format}', which has other directives than %Y, %m and %d once each");
        }
    }

    private static ValuePart Prefix(SqlNumber length) => Whole(length) > 0 ? ValuePart.Prefix(Whole(length)) : throw new SqlSyntaxException("a beginning of no length says nothing");

    private static ValuePart Pattern(string pattern, int group)
    {
        try
        {
            return ValuePart.Pattern(pattern, group);
        }
        catch (ArgumentException exception)
        {
            throw new SqlSyntaxException($"the regular expression cannot be used: {exception.Message}");
        }
    }
}
