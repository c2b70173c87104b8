using System.Globalization;

namespace CustomerInsight.Matching;

/// <summary>One condition of a blocking rule: an attribute, or a part of its value, must be the same.</summary>
/// <param name="Attribute">The attribute's name. Of an attribute with several values each gives keys.</param>
/// <param name="Part">The part of its values.</param>
public sealed record BlockingPart(string Attribute, ValuePart Part)
{
    /// <summary>Gets into what the part is split; records agree where they share one of the pieces.</summary>
    /// <value><see cref="PartSplit.None"/>.</value>
    public PartSplit Split { get; init; }

    /// <summary>Gets how many of the rarest words count, or how long a run of units is.</summary>
    /// <value>0, as for parts whose split needs no size.</value>
    public int Size { get; init; }

    /// <summary>The whole value of an attribute; the named form of the conversion.</summary>
    /// <param name="attribute">The attribute's name.</param>
    /// <returns>The part.</returns>
    public static BlockingPart FromString(string attribute) => new(attribute, ValuePart.Whole);

    /// <summary>The whole value of an attribute.</summary>
    /// <param name="attribute">The attribute's name.</param>
    public static implicit operator BlockingPart(string attribute) => FromString(attribute);

    /// <summary>Any word of a text.</summary>
    /// <param name="attribute">The attribute's name.</param>
    /// <returns>The part; a value gives a key for each word.</returns>
    public static BlockingPart Words(string attribute) => new(attribute, ValuePart.Whole) { Split = PartSplit.Words };

    /// <summary>The rarest words of a text, by how many records have each when the rules are chosen.</summary>
    /// <param name="attribute">The attribute's name.</param>
    /// <param name="count">How many words of a value count, at least 1.</param>
    /// <returns>
    /// The part. Which words are rare is a matter of the records at hand while rules are looked at and chosen; from then on it is frozen
    /// (<see cref="BlockingChoice.WordCounts"/>), so that a model's keys of a record depend on the record alone. A model whose counts were left out takes the first words in ordinal order.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1.</exception>
    public static BlockingPart RarestWords(string attribute, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return new(attribute, ValuePart.Whole) { Split = PartSplit.RarestWords, Size = count };
    }

    /// <summary>Any run of a few units of a value (q-gram).</summary>
    /// <param name="attribute">The attribute's name.</param>
    /// <param name="length">How many units, at least 1; a shorter value is taken whole.</param>
    /// <returns>The part; a value gives a key for each of its runs.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is below 1.</exception>
    public static BlockingPart Grams(string attribute, int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        return new(attribute, ValuePart.Whole) { Split = PartSplit.Grams, Size = length };
    }

    /// <summary>Writes the attribute and, unless the whole value counts, the part.</summary>
    /// <returns>The text.</returns>
    public override string ToString()
    {
        string? split = Split switch
        {
            PartSplit.Words => "words",
            PartSplit.RarestWords => string.Create(CultureInfo.InvariantCulture, $"{Size} rarest words"),
            PartSplit.Grams => string.Create(CultureInfo.InvariantCulture, $"any {Size} units"),
            _ => null,
        };
        string?[] told = [ReferenceEquals(Part, ValuePart.Whole) ? null : Part.Name, split];
        return told.All(static text => text is null) ? Attribute : $"{Attribute} ({string.Join(", ", told.OfType<string>())})";
    }

    /// <summary>The hashes of the part of each value in a table, the rarest words being those of its records.</summary>
    internal PartHashes Hashes(StandardizedTable table) => PartHashes.Of(Column(table), this, Split == PartSplit.RarestWords ? WordCounts.Of(table, Column(table), Part) : null);

    /// <summary>The column that the part is of.</summary>
    internal StandardizedColumn Column(StandardizedTable table)
    {
        int ordinal = table.Schema.IndexOf(Attribute);
        return ordinal >= 0 ? table.Column(ordinal) : throw new ArgumentException($"A blocking rule reads the attribute '{Attribute}', which no source has. Map it in a source, or take the rule out.", nameof(table));
    }
}
