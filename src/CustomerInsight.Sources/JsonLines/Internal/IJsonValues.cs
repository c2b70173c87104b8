namespace CustomerInsight.Sources;

/// <summary>Takes the properties of JSON objects as they come.</summary>
internal interface IJsonValues
{
    /// <summary>A property is there, perhaps without a value; returns its column, or −1 where there is no room for another.</summary>
    int Column(string path);

    /// <summary>A property has a value.</summary>
    void Add(int column, ReadOnlySpan<char> value);
}
