using CsvHelper;

namespace CustomerInsight.Sources;

/// <summary>How delimited text is written.</summary>
public sealed class CsvFileWriterOptions
{
    /// <summary>Gets or sets the character between fields.</summary>
    /// <value>A comma. One ASCII character that is no quote and no line break.</value>
    public char Delimiter { get; set; } = ',';

    /// <summary>
    /// Gets or sets a value indicating whether a field that a spreadsheet would run as a formula, because it begins with = + - @ a tab or a carriage return,
    /// gets an apostrophe in front. That changes the value, so files for programs should not have it; negative numbers get one, too.
    /// </summary>
    /// <value>False.</value>
    public bool GuardFormulas { get; set; }

    internal CsvWriterOptions ToWriterOptions() => new()
    {
        Separator = CsvSettings.From(Delimiter, null, CsvSettings.DefaultMaxFieldLength).Delimiter!.Value,
        HasHeader = false,
        NewLine = "\n",
        Injection = GuardFormulas ? CsvInjection.Escape : CsvInjection.None,
    };
}
