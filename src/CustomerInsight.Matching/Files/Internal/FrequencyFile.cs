namespace CustomerInsight.Matching;

/// <summary>How many records have a value of an attribute, and how many have each.</summary>
internal sealed class FrequencyFile
{
    public string? Attribute { get; init; }

    public long? Total { get; init; }

    public Dictionary<string, int>? Counts { get; init; }

    public static FrequencyFile From(string attribute, TermFrequencies frequencies, int leastCount) => new()
    {
        Attribute = attribute,
        Total = frequencies.Total,
        Counts = frequencies.Counts.Where(entry => entry.Value >= leastCount && IsWritable(entry.Key))
            .OrderBy(static entry => entry.Key, StringComparer.Ordinal)
            .ToDictionary(static entry => entry.Key, static entry => entry.Value, StringComparer.Ordinal),
    };

    public (string Attribute, TermFrequencies Frequencies) ToFrequencies(string path)
    {
        Dictionary<string, int> counts = FileCheck.Present(Counts, $"{path}.counts");
        long total = FileCheck.Present(Total, $"{path}.total");
        return total >= 0 && counts.Values.All(static count => count > 1)
            ? (FileCheck.Present(Attribute, $"{path}.attribute"), new TermFrequencies(total, counts))
            : throw FileCheck.Impossible(path, "a count is below 2, or the total below 0");
    }

    /// <summary>Half of a surrogate pair, which only a damaged value holds, cannot be written as UTF-8.</summary>
    private static bool IsWritable(string value)
    {
        for (int i = 0; i < value.Length; i++)
        {
            if (char.IsSurrogate(value[i]))
            {
                if (i + 1 >= value.Length || !char.IsSurrogatePair(value[i], value[i + 1]))
                {
                    return false;
                }

                i++;
            }
        }

        return true;
    }
}
