using System.Diagnostics.CodeAnalysis;

namespace CustomerInsight.Models;

/// <summary>The values of one trait, one a row.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
public abstract class TraitColumn
{
    private protected TraitColumn(TraitDefinition definition, int count)
    {
        Definition = definition;
        Count = count;
    }

    /// <summary>Gets the trait.</summary>
    public TraitDefinition Definition { get; private set; }

    /// <summary>Gets how many rows there are.</summary>
    public int Count { get; }

    /// <summary>Gets one value.</summary>
    /// <param name="row">From 0 to <see cref="Count"/> − 1.</param>
    /// <exception cref="IndexOutOfRangeException"><paramref name="row"/> is outside that range.</exception>
    public abstract TraitValue this[int row] { get; }

    /// <summary>Makes a column of numbers.</summary>
    /// <param name="name">The trait's name.</param>
    /// <param name="values">The numbers; NaN and the infinities mean missing. Kept, not copied, where all are finite or NaN: do not change it afterwards.</param>
    /// <param name="description">What the trait means.</param>
    /// <returns>The column.</returns>
    public static TraitColumn Numbers(string name, double[] values, string description = "") => NumberColumn.Of(new(name, TraitKind.Number, description), values);

    /// <summary>Makes a column of texts.</summary>
    /// <param name="name">The trait's name.</param>
    /// <param name="values">The texts; null and white space mean missing.</param>
    /// <param name="description">What the trait means.</param>
    /// <returns>The column. Each distinct text is kept once.</returns>
    public static TraitColumn Texts(string name, [NotNull] IReadOnlyList<string?> values, string description = "") => TextColumn.Of(new(name, TraitKind.Text, description), values);

    /// <summary>Makes a column of days.</summary>
    /// <param name="name">The trait's name.</param>
    /// <param name="values">The days; null means missing.</param>
    /// <param name="description">What the trait means.</param>
    /// <returns>The column.</returns>
    public static TraitColumn Dates(string name, [NotNull] IReadOnlyList<DateOnly?> values, string description = "") => DateColumn.Of(new(name, TraitKind.Date, description), values);

    /// <summary>Makes a column of flags.</summary>
    /// <param name="name">The trait's name.</param>
    /// <param name="values">Whether it is so; null means missing.</param>
    /// <param name="description">What the trait means.</param>
    /// <returns>The column.</returns>
    public static TraitColumn Flags(string name, [NotNull] IReadOnlyList<bool?> values, string description = "") => FlagColumn.Of(new(name, TraitKind.Flag, description), values);

    /// <summary>Makes a column of sets of texts.</summary>
    /// <param name="name">The trait's name.</param>
    /// <param name="values">The sets, each in any order; blank texts and repetitions are left out. Null means missing.</param>
    /// <param name="description">What the trait means.</param>
    /// <returns>The column. Each distinct text is kept once.</returns>
    public static TraitColumn TextSets(string name, [NotNull] IReadOnlyList<IEnumerable<string?>?> values, string description = "") => TextSetColumn.Of(new(name, TraitKind.Texts, description), values);

    /// <summary>Makes a column of texts that were read from a file, of the kind that all of them have.</summary>
    /// <param name="name">The trait's name.</param>
    /// <param name="values">The texts; null and white space mean missing.</param>
    /// <param name="description">What the trait means.</param>
    /// <returns>
    /// Numbers where every text is one in the invariant culture (<c>-12.5</c>, <c>1e3</c>; not <c>007</c>, which is a code); days where every text is one after ISO 8601 (<c>2024-12-31</c>);
    /// flags where every text is yes or no, true or false, y or n, t or f, in any case; else texts. In numbers and days, <c>NA</c>, <c>N/A</c>, <c>NaN</c>, <c>null</c>, <c>none</c>,
    /// <c>?</c> and <c>-</c> mean missing, and so do infinities. Texts where there is none at all.
    /// </returns>
    /// <remarks>One pass for each kind, which ends at the first text that is not of it.</remarks>
    public static TraitColumn FromTexts(string name, [NotNull] IReadOnlyList<string?> values, string description = "") => TextInference.Column(name, values, description);

    /// <summary>Marks the trait as one that tells who a customer is.</summary>
    /// <returns>A column of the same values; see <see cref="TraitDefinition.IsPersonal"/>. Time O(1).</returns>
    public TraitColumn AsPersonal()
    {
        // The values never change, so that both columns may have the same.
        var column = (TraitColumn)MemberwiseClone();
        column.Definition = Definition with { IsPersonal = true };
        return column;
    }

    /// <summary>Counts the rows without a value.</summary>
    /// <returns>From 0 to <see cref="Count"/>. One pass.</returns>
    public int CountMissing()
    {
        int missing = 0;
        for (int row = 0; row < Count; row++)
        {
            missing += IsMissing(row) ? 1 : 0;
        }

        return missing;
    }

    internal abstract bool IsMissing(int row);

    /// <summary>Gives the column with other rows; −1 stands for a row without a value.</summary>
    internal abstract TraitColumn Take(ReadOnlySpan<int> rows);

    internal bool SameAs(TraitColumn other)
    {
        bool same = Definition == other.Definition && Count == other.Count;
        for (int row = 0; same && row < Count; row++)
        {
            same = this[row] == other[row];
        }

        return same;
    }
}
