namespace CustomerInsight.Sources;

/// <summary>What a step of <see cref="CsvRows"/> came to.</summary>
internal enum CsvStep
{
    /// <summary>A row is there.</summary>
    Row,

    /// <summary>A row was given up; the reason is there.</summary>
    Rejected,

    /// <summary>The window must be filled before the next step.</summary>
    NeedsMore,

    /// <summary>There are no more rows.</summary>
    End,
}
