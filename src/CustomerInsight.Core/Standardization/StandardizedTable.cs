using System.Runtime.InteropServices;

namespace CustomerInsight;

/// <summary>All records of a run in canonical order, with the form in which they are compared.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class StandardizedTable
{
    private readonly SourceRecord[] _records;
    private readonly StandardizedColumn[] _columns;
    private readonly IReadOnlyList<SourceConventions> _conventions;

    internal StandardizedTable(RecordSchema schema, SourceRecord[] records, StandardizedColumn[] columns, IReadOnlyDictionary<string, int> trustRanks, IReadOnlyList<SourceConventions> conventions)
    {
        _conventions = conventions;
        Schema = schema;
        _records = records;
        Records = new ValueList<SourceRecord>(ImmutableCollectionsMarshal.AsImmutableArray(records));
        TrustRanks = trustRanks;
        _columns = columns;
    }

    /// <summary>Gets the table without records.</summary>
    public static StandardizedTable Empty { get; } = new(RecordSchema.Empty, [], [], new Dictionary<string, int>(), [SourceConventions.Default]);

    /// <summary>Makes a table of records, as a run does after reading; for tests of comparators, rules and stages of a host's own, and for records that no run read.</summary>
    /// <param name="records">The records in any order, each key once.</param>
    /// <param name="standardizers">The standardizers; null for <see cref="StandardizerSet.Default"/>.</param>
    /// <param name="conventions">The conventions of each source by its name, those that are not there having the default ones; null for none.</param>
    /// <param name="trustRanks">The trust rank of each source by its name, 0 for those that are not there; null for none.</param>
    /// <param name="parallel">Up to how many threads work, and what stops them; null for all processors.</param>
    /// <returns>The table.</returns>
    /// <exception cref="ArgumentException">Two records have the same key, or two schemas give one name different kinds.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static StandardizedTable Of(
        IEnumerable<SourceRecord> records,
        StandardizerSet? standardizers = null,
        IReadOnlyDictionary<string, SourceConventions>? conventions = null,
        IReadOnlyDictionary<string, int>? trustRanks = null,
        ParallelOptions? parallel = null) =>
        Of(records, standardizers ?? StandardizerSet.Default, conventions, trustRanks, parallel, splitNames: true);

    /// <summary>Makes a table of records whose values are standardized already: each is taken as it is, and no whole name is taken apart.</summary>
    /// <param name="records">The records in any order, each key once.</param>
    /// <returns>The table. Every source has the default conventions and trust rank 0.</returns>
    /// <exception cref="ArgumentException">Two records have the same key, or two schemas give one name different kinds.</exception>
    public static StandardizedTable OfStandardized(IEnumerable<SourceRecord> records) => Of(records, StandardizerSet.Verbatim, null, null, null, splitNames: false);

    private static StandardizedTable Of(
        IEnumerable<SourceRecord> records,
        StandardizerSet standardizers,
        IReadOnlyDictionary<string, SourceConventions>? conventions,
        IReadOnlyDictionary<string, int>? trustRanks,
        ParallelOptions? parallel,
        bool splitNames)
    {
        ArgumentNullException.ThrowIfNull(records);
        SourceRecord[] sorted = [.. records.GroupBy(static record => record.Key.Source, StringComparer.Ordinal).OrderBy(static source => source.Key, StringComparer.Ordinal).SelectMany(static source => CanonicalOrder.Sort([.. source]))];
        for (int i = 1; i < sorted.Length; i++)
        {
            if (sorted[i].Key == sorted[i - 1].Key)
            {
                throw new ArgumentException($"Records {i - 1} and {i} in canonical order have the same key. Keep one version of each record.", nameof(records));
            }
        }

        var builder = new TableBuilder(sorted, standardizers, conventions ?? new Dictionary<string, SourceConventions>(), trustRanks ?? new Dictionary<string, int>(), splitNames);
        return builder.Build(parallel is { MaxDegreeOfParallelism: > 0 } ? parallel : new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = parallel?.CancellationToken ?? default });
    }

    /// <summary>Gets the attributes of all sources together.</summary>
    public RecordSchema Schema { get; }

    /// <summary>Gets the records in the canonical order of their keys, each key once.</summary>
    public IReadOnlyList<SourceRecord> Records { get; }

    /// <summary>Gets the trust rank of each source by its name: 0 is trusted most.</summary>
    public IReadOnlyDictionary<string, int> TrustRanks { get; }

    /// <summary>Gets how many records there are.</summary>
    public int Count => _records.Length;

    /// <summary>Gets one attribute's standardized values.</summary>
    /// <param name="attribute">The attribute's position in <see cref="Schema"/>.</param>
    /// <returns>The column.</returns>
    public StandardizedColumn Column(int attribute) => _columns[attribute];

    /// <summary>Standardizes a value of one attribute as the records' values were, once by each convention that a source has.</summary>
    /// <param name="attribute">The attribute's position in <see cref="Schema"/>.</param>
    /// <param name="value">The value as a source may write it.</param>
    /// <returns>The distinct forms; none where the value says nothing or cannot be used. No record need have them.</returns>
    public IReadOnlyList<string> Standardize(int attribute, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return RecordStandardizer.Forms(value, _conventions, _columns[attribute].Standardize);
    }

    /// <summary>Gives the table in which some values of one attribute count as missing.</summary>
    /// <param name="attribute">The attribute's position in <see cref="Schema"/>.</param>
    /// <param name="isLeftOut">Says of a standardized value whether it counts as missing; asked once for each distinct value.</param>
    /// <returns>The table with the same records, which keep their values as the source wrote them; this table where no value is left out. Cost O(records).</returns>
    public StandardizedTable Without(int attribute, Func<string, bool> isLeftOut)
    {
        ArgumentNullException.ThrowIfNull(isLeftOut);
        StandardizedColumn column = _columns[attribute];
        StandardizedColumn rest = column.Without(isLeftOut);
        return ReferenceEquals(rest, column) ? this : new(Schema, _records, [.. _columns[..attribute], rest, .. _columns[(attribute + 1)..]], TrustRanks, _conventions);
    }
}
