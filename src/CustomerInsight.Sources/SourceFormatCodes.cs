namespace CustomerInsight.Sources;

/// <summary>The codes of <see cref="SourceFormatException"/>.</summary>
public static class SourceFormatCodes
{
    /// <summary>The content is not text in the stated encoding: a workbook, an archive, UTF-16 without a byte order mark.</summary>
    public const string NotText = "CI4001";

    /// <summary>The header is a single column of no known meaning, so the delimiter is probably another one.</summary>
    public const string OneUnknownColumn = "CI4002";

    /// <summary>The header line cannot be taken apart.</summary>
    public const string HeaderUnreadable = "CI4003";

    /// <summary>The options give a meaning to a column that the source does not have.</summary>
    public const string ColumnNotFound = "CI4004";

    /// <summary>Activities have no column for the customer or none for the time.</summary>
    public const string ColumnMissing = "CI4005";

    /// <summary>The compressed content is damaged or cut off.</summary>
    public const string DamagedCompression = "CI4006";

    /// <summary>The source has more columns than a record may have.</summary>
    public const string TooManyColumns = "CI4007";

    /// <summary>A file of JSON that is not one object a line.</summary>
    public const string NotJsonLines = "CI4008";
}
