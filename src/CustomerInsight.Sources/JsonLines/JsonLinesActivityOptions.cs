using System.Text;

namespace CustomerInsight.Sources;

/// <summary>How a JSON Lines file of activities is read.</summary>
/// <threadsafety>Not safe for changes from many threads; a source copies them when it is made.</threadsafety>
public sealed class JsonLinesActivityOptions
{
    /// <summary>Gets or sets the source's name.</summary>
    /// <value>Null, the default, for the file's name without folder and extensions.</value>
    public string? Name { get; set; }

    /// <summary>Gets or sets the conventions by which the source writes times.</summary>
    /// <value><see cref="SourceConventions.Default"/>.</value>
    public SourceConventions Conventions { get; set; } = SourceConventions.Default;

    /// <summary>Gets or sets the tenant whose data this is.</summary>
    /// <value>Empty, for a host without tenants.</value>
    public string Tenant { get; set; } = string.Empty;

    /// <summary>Gets or sets the type of activities whose row does not say one.</summary>
    /// <value><see cref="ActivityTypes.Purchase"/>.</value>
    public string Type { get; set; } = ActivityTypes.Purchase;

    /// <summary>Gets or sets the currency of amounts whose row does not say one: three capital letters after ISO 4217.</summary>
    /// <value><see cref="Money.NoCurrency"/>.</value>
    public string Currency { get; set; } = Money.NoCurrency;

    /// <summary>Gets what columns mean, where their names do not tell.</summary>
    public ActivityColumns Columns { get; } = new();

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

    internal ActivitySettings ToActivitySettings(string defaultName) =>
        ActivitySettings.From(Name, defaultName, Conventions, Tenant, Type, Currency, Columns);
}
