using System.Runtime.InteropServices;

namespace CustomerInsight.Matching;

/// <summary>How many records had each word of an attribute when the blocking rules were chosen: which words of a text are its rarest, then and ever after.</summary>
/// <remarks>Only words that more than one record had are held, as hashes; any other word counts as seen once.</remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class WordCounts : IEquatable<WordCounts>
{
    private readonly Dictionary<ulong, int> _counts;

    /// <summary>Makes the counts.</summary>
    /// <param name="attribute">The attribute's name.</param>
    /// <param name="part">The part of its values whose words are counted.</param>
    /// <param name="counts">How many records have each word, by the word's <see cref="StableHash"/>, each once; counts of 1 may be left out.</param>
    /// <exception cref="ArgumentException"><paramref name="attribute"/> is blank, or a word comes twice.</exception>
    public WordCounts(string attribute, ValuePart part, IEnumerable<KeyValuePair<ulong, int>> counts)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(attribute);
        ArgumentNullException.ThrowIfNull(part);
        ArgumentNullException.ThrowIfNull(counts);
        Attribute = attribute;
        Part = part;
        _counts = new Dictionary<ulong, int>(counts.Where(static count => count.Value > 1));
    }

    /// <summary>Gets the attribute's name.</summary>
    public string Attribute { get; }

    /// <summary>Gets the part of its values whose words are counted.</summary>
    public ValuePart Part { get; }

    /// <summary>Gets the words that more than one record had, as hashes in no order, with how many had each.</summary>
    public IEnumerable<KeyValuePair<ulong, int>> Counts => _counts;

    /// <summary>Gives how many records had a word.</summary>
    /// <param name="word">The word's <see cref="StableHash"/>.</param>
    /// <returns>At least 1.</returns>
    public int CountOf(ulong word) => _counts.GetValueOrDefault(word, 1);

    /// <inheritdoc/>
    public bool Equals(WordCounts? other) => other is not null && Attribute == other.Attribute && Part.Name == other.Part.Name
        && _counts.Count == other._counts.Count && _counts.All(count => other.CountOf(count.Key) == count.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as WordCounts);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Attribute, Part.Name, _counts.Count);

    /// <summary>Names the attribute and how many words are held, never a word.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"counts of {_counts.Count:#,0} words of {Attribute}");

    /// <summary>Counts the words of a column.</summary>
    internal static WordCounts Of(StandardizedTable table, StandardizedColumn column, ValuePart part)
    {
        int[] recordsByValue = new int[column.Values.Count];
        for (int record = 0; record < table.Count; record++)
        {
            foreach (int value in column.Ids(record))
            {
                recordsByValue[value]++;
            }
        }

        var counts = new Dictionary<ulong, int>();
        for (int value = 0; value < recordsByValue.Length; value++)
        {
            foreach (string word in PartPieces.Words(part.Of(column.Values[value]) ?? string.Empty).Distinct(StringComparer.Ordinal))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, StableHash.Of(word), out _) += recordsByValue[value];
            }
        }

        return new WordCounts(column.Attribute.Name, part, counts);
    }
}
