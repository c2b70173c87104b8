using System.Text;

namespace CustomerInsight.Sources;

/// <summary>How a JSON Lines file of activities is read.</summary>
/// <threadsafety>Not safe for changes from many threads; a source copies them when it is made.</threadsafety>
public sealed class JsonLinesActivityOptions : ActivityOptions
{
    /// <summary>Gets or sets the source's name.</summary>
    /// <value>Null, the default, for the file's name without folder and extensions.</value>
    public string? Name { get; set; }

    /// <summary>Gets or sets the encoding of a file without a byte order mark.</summary>
    /// <value>Null, the default, for UTF-8.</value>
    public Encoding? Encoding { get; set; }

    /// <summary>Gets or sets the length of the longest line in bytes of UTF-8.</summary>
    /// <value>1,048,576. From 16 to 268,435,456.</value>
    public int MaxLineLength { get; set; } = JsonSettings.DefaultMaxLineLength;

    /// <summary>Gets or sets how many lines are read ahead to see which properties there are (at most 4 MiB of them).</summary>
    /// <value>1,000. From 1 to 100,000.</value>
    public int SampleLines { get; set; } = JsonSettings.DefaultSampleLines;

    internal JsonSettings ToJsonSettings() => JsonSettings.From(Encoding, MaxLineLength, SampleLines);

    internal ActivitySettings ToActivitySettings(string defaultName) => ToSettings(Name, defaultName);
}
