using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace CustomerInsight.Models;

/// <summary>How traits of customers become features: fitted by <see cref="FeatureEncoder"/>, to be kept beside the model that learned from them.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed partial record FeatureEncoding
{
    internal FeatureEncoding(EncodingStyle style, ValueList<TraitEncoding> traits, ValueList<UnusedTrait> unused, int rows)
    {
        Style = style;
        Traits = traits;
        Unused = unused;
        Rows = rows;
        EncodedColumns = EncodedColumnNames.Of(traits);
        Columns = ValueList.From(EncodedColumns.Select(static column => column.Name));
        var numbered = traits.Where(static trait => trait.Method == TraitEncodingMethod.Numbered && trait.Levels.Count + (trait.HasOther ? 1 : 0) > 2).Select(static trait => trait.Trait).ToHashSet(StringComparer.Ordinal);
        Categories = ValueList.From(EncodedColumns.Where(column => column.Kind == EncodedColumnKind.Number && numbered.Contains(column.Trait)).Select(static column => column.Name));
        SchemaHash = traits
            .Aggregate(0UL, static (hash, trait) => StableHash.Combine(StableHash.Combine(hash, StableHash.Of(trait.Trait)), (ulong)trait.Kind))
            .ToString("x16", CultureInfo.InvariantCulture);
    }

    /// <summary>Gets for what kind of model the features are.</summary>
    public EncodingStyle Style { get; }

    /// <summary>Gets how each trait that is used becomes features, in the order of the table it was fitted on.</summary>
    public ValueList<TraitEncoding> Traits { get; }

    /// <summary>Gets the traits that become no feature, and why.</summary>
    public ValueList<UnusedTrait> Unused { get; }

    /// <summary>Gets on how many rows it was fitted.</summary>
    public int Rows { get; }

    /// <summary>Gets the features with the traits they come from, in order.</summary>
    public ValueList<EncodedColumn> EncodedColumns { get; }

    /// <summary>Gets the names of the features, in order.</summary>
    public ValueList<string> Columns { get; }

    /// <summary>Gets the features that hold numbers of levels, whose order means nothing: what <see cref="ClassificationData.Categories"/> is to be.</summary>
    public ValueList<string> Categories { get; }

    /// <summary>Gets a hash of the names and kinds of the traits that are used, 16 hexadecimal digits: two encodings of the same hash take the same tables.</summary>
    public string SchemaHash { get; }

    /// <summary>Makes features of all rows of a table.</summary>
    /// <param name="table">The traits: those of <see cref="Traits"/> at least, each of its kind or missing altogether.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>A row for each customer, in the same order.</returns>
    /// <exception cref="ArgumentException">A trait is not there or of another kind; the message names all such.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public FeatureMatrix Encode([NotNull] TraitTable table, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        return Encode(new TraitRows(table, null), cancellationToken);
    }

    /// <summary>Makes features of some rows of a table.</summary>
    /// <param name="table">The traits: those of <see cref="Traits"/> at least, each of its kind or missing altogether.</param>
    /// <param name="rows">Which, each from 0 to the number of customers − 1, in any order and also more than once.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Those rows in that order.</returns>
    /// <exception cref="ArgumentException">A trait is not there or of another kind; the message names all such.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public FeatureMatrix Encode([NotNull] TraitTable table, ReadOnlySpan<int> rows, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        return Encode(new TraitRows(table, TraitRows.Checked(table, rows)), cancellationToken);
    }

    /// <summary>Writes for a person what becomes of each trait.</summary>
    /// <returns>A table of the traits and a line for each that is not used; no levels and no other personal data.</returns>
    public string Describe()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{Columns.Count} features of {Traits.Count} traits, fitted on {Rows:#,0} rows, schema {SchemaHash}");
        text.AppendGrid([["  trait", "kind", "as", "columns"], .. Traits.Select(trait => new[]
        {
            $"  {trait.Trait}",
            trait.Kind.ToString(),
            trait.Method.ToString(),
            EncodedColumns.Count(column => column.Trait == trait.Trait).ToString(CultureInfo.InvariantCulture),
        })]);
        foreach (UnusedTrait trait in Unused)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {trait.Trait}: not used ({trait.Reason})");
        }

        return text.ToString();
    }

    internal FeatureMatrix Encode(TraitRows part, CancellationToken cancellationToken)
    {
        var writers = new TraitWriter[Traits.Count];
        var problems = new List<string>();
        for (int i = 0; i < writers.Length; i++)
        {
            TraitEncoding trait = Traits[i];
            TraitColumn? column = TraitRows.Column(part.Table, trait.Trait, trait.Kind);
            if (column is null)
            {
                problems.Add(part.Table[trait.Trait] is { } other ? $"'{trait.Trait}' is of kind {other.Definition.Kind}, not {trait.Kind}" : $"'{trait.Trait}' ({trait.Kind}) is not there");
                continue;
            }

            writers[i] = TraitWriter.Bind(trait, column, part, Style);
        }

        if (problems.Count > 0)
        {
            throw new ArgumentException($"The table does not have the traits that the features were fitted on: {string.Join("; ", problems)}. Give the same traits, or fit again.", nameof(part));
        }

        int stride = Columns.Count;
        ThrowIfTooLarge(part.Count);
        double[] values = new double[part.Count * stride];
        RowChunks.For(part.Count, RowChunks.RowsFor(stride), FixedChunks.Parallel(0, cancellationToken), (_, from, to) =>
        {
            int offset = 0;
            foreach (TraitWriter writer in writers)
            {
                writer.Write(from, to, values.AsSpan((from * stride) + offset), stride);
                offset += writer.Width;
            }
        });
        return FeatureMatrix.Create(Columns, values, part.Customers());
    }

    internal void ThrowIfTooLarge(int rows)
    {
        if ((long)rows * Columns.Count > Array.MaxLength)
        {
            throw new ArgumentException(FormattableString.Invariant($"{rows} customers × {Columns.Count} features are more than the {Array.MaxLength} numbers a matrix holds. Encode the rows in parts."), nameof(rows));
        }
    }
}
