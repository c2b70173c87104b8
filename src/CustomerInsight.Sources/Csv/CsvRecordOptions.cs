using System.Text;

namespace CustomerInsight.Sources;

/// <summary>How a delimited file of records is read.</summary>
/// <threadsafety>Not safe for changes from many threads; a source copies them when it is made.</threadsafety>
public sealed class CsvRecordOptions : RecordOptions
{
    /// <summary>Gets or sets the source system's name.</summary>
    /// <value>Null, the default, for the file's name without folder and extensions.</value>
    public string? Name { get; set; }

    /// <summary>Gets or sets the character between fields.</summary>
    /// <value>Null, the default, to take the most frequent of <c>, ; tab |</c> on the header line. One ASCII character otherwise.</value>
    public char? Delimiter { get; set; }

    /// <summary>Gets or sets the encoding of a file without a byte order mark.</summary>
    /// <value>Null, the default, for UTF-8.</value>
    public Encoding? Encoding { get; set; }

    /// <summary>Gets or sets the length of the longest field in characters. A row may have 16 times as many bytes.</summary>
    /// <value>65,536. From 16 to 16,777,216.</value>
    public int MaxFieldLength { get; set; } = CsvSettings.DefaultMaxFieldLength;

    internal CsvSettings ToCsvSettings() => CsvSettings.From(Delimiter, Encoding, MaxFieldLength);

    internal RecordSettings ToRecordSettings(string defaultName) => ToSettings(Name, defaultName);
}
