using System.Globalization;
using System.Numerics;
using System.Text;

namespace CustomerInsight.Models;

/// <summary>The members of the segments of a set, with the traits they were found by.</summary>
/// <remarks>Holds a bit for each customer and segment. What it is asked for beyond that, it works out then.</remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class SegmentResult : IEquatable<SegmentResult>
{
    private readonly SegmentEngine _engine;
    private readonly ulong[][] _bitmaps;

    internal SegmentResult(SegmentEngine engine, TraitTable table, ulong[][] bitmaps)
    {
        _engine = engine;
        _bitmaps = bitmaps;
        Table = table;
        Sizes = ValueList.From(engine.Set.Segments.Select((segment, i) =>
        {
            int members = Count(bitmaps[i]);
            return new SegmentSize(segment.Name, members, table.Customers.Count == 0 ? 0 : (double)members / table.Customers.Count);
        }));
    }

    /// <summary>Gets the segments.</summary>
    public SegmentSet Set => _engine.Set;

    /// <summary>Gets the customers with their traits.</summary>
    public TraitTable Table { get; }

    /// <summary>Gets how many customers each segment has, in the order of the set.</summary>
    public ValueList<SegmentSize> Sizes { get; }

    /// <summary>Gets the segments that could not be evaluated in a run, since their questions do not fit its traits; each with what is wrong.</summary>
    /// <value>None.</value>
    public ValueList<SegmentProblem> LeftOut { get; private init; }

    /// <summary>Whether a customer is in a segment.</summary>
    /// <param name="segment">The segment's name.</param>
    /// <param name="customer">The customer's name in results.</param>
    /// <returns>True for a member; false for others and for unknown customers. Time O(log n).</returns>
    /// <exception cref="ArgumentException">There is no such segment.</exception>
    public bool IsMember(string segment, string customer)
    {
        int position = _engine.PositionOf(segment);
        return Table.IndexOf(customer) is >= 0 and int row && Has(position, row);
    }

    /// <summary>Lists the members of a segment.</summary>
    /// <param name="segment">The segment's name.</param>
    /// <returns>The customers in ordinal order.</returns>
    /// <exception cref="ArgumentException">There is no such segment.</exception>
    public IEnumerable<string> Members(string segment)
    {
        int position = _engine.PositionOf(segment);
        return Rows(position).Select(row => Table.Customers[row]);
    }

    /// <summary>Lists the segments that a customer is in.</summary>
    /// <param name="customer">The customer's name in results.</param>
    /// <returns>The names in the order of the set; none for an unknown customer.</returns>
    public ValueList<string> SegmentsOf(string customer)
    {
        int row = Table.IndexOf(customer);
        return row < 0 ? [] : ValueList.From(Enumerable.Range(0, _bitmaps.Length).Where(segment => Has(segment, row)).Select(segment => Set.Segments[segment].Name));
    }

    /// <summary>Says whether a customer is in a segment, why, and what is lacking.</summary>
    /// <param name="segment">The segment's name.</param>
    /// <param name="customer">The customer's name in results.</param>
    /// <returns>The verdict, or null where there is no such customer.</returns>
    /// <exception cref="ArgumentException">There is no such segment.</exception>
    public SegmentVerdict? Explain(string segment, string customer) => Table.Find(customer) is { } row ? _engine.Explain(row, segment) : null;

    /// <summary>Finds who is not in a segment for one answer only, question by question: who lacks one order, whose last purchase is a week too old.</summary>
    /// <param name="segment">The segment's name.</param>
    /// <param name="most">How many customers to name for each question, the nearest first. At least 0.</param>
    /// <param name="maxDegreeOfParallelism">How many threads may work; 0 for as many as the machine has cores.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Each question of the segment, and of those it asks for, in their order, with how many customers would be in the segment if that answer alone were otherwise.</returns>
    /// <exception cref="ArgumentException">There is no such segment.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <remarks>Evaluates the segment once for each question.</remarks>
    public ValueList<NearMissQuestion> NearMisses(string segment, int most = 100, int maxDegreeOfParallelism = 0, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(most);
        ArgumentOutOfRangeException.ThrowIfNegative(maxDegreeOfParallelism);
        return NearMissFinder.Find(_engine, this, _engine.PositionOf(segment), most, maxDegreeOfParallelism, cancellationToken);
    }

    /// <summary>Counts how far the segments have the same customers.</summary>
    /// <returns>The counts of every pair. Time: a word operation for each pair and 64 customers.</returns>
    public SegmentOverlap Overlap() => OverlapCounter.Of(this);

    /// <summary>Finds what sets the members of a segment apart from all other customers.</summary>
    /// <param name="segment">The segment's name.</param>
    /// <param name="options">How to compare; null for the defaults. Read once, here.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The traits in which they differ, and those that could not be compared.</returns>
    /// <exception cref="ArgumentException">There is no such segment, an option is not usable, or it names a trait that the table has not.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <remarks>O(n log n) for each number or day, O(n) for other traits.</remarks>
    public SegmentDifferences Differences(string segment, SegmentDifferenceOptions? options = null, CancellationToken cancellationToken = default) =>
        SegmentComparer.Compare(this, _engine.PositionOf(segment), null, Checked(options), cancellationToken);

    /// <summary>Finds what sets the members of a segment apart from those of another. Who is in both counts for neither.</summary>
    /// <param name="segment">The segment's name.</param>
    /// <param name="other">The other segment's name.</param>
    /// <param name="options">How to compare; null for the defaults. Read once, here.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The traits in which they differ, and those that could not be compared.</returns>
    /// <exception cref="ArgumentException">There is no such segment, an option is not usable, or it names a trait that the table has not.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <remarks>O(n log n) for each number or day, O(n) for other traits.</remarks>
    public SegmentDifferences Differences(string segment, string other, SegmentDifferenceOptions? options = null, CancellationToken cancellationToken = default) =>
        SegmentComparer.Compare(this, _engine.PositionOf(segment), _engine.PositionOf(other), Checked(options), cancellationToken);

    /// <summary>Writes the sizes for a person.</summary>
    /// <returns>A line for each segment: name, customers, share. Invariant culture.</returns>
    public string Describe()
    {
        var text = new StringBuilder();
        int width = Sizes.Select(static size => size.Segment.Length).DefaultIfEmpty().Max();
        foreach (SegmentSize size in Sizes)
        {
            text.Append(CultureInfo.InvariantCulture, $"{size.Segment.PadRight(width)} {size.Customers,12:#,0} {size.Share,7:0.0%}\n");
        }

        return text.ToString();
    }

    /// <summary>Draws the sizes.</summary>
    /// <returns>A Vega-Lite specification: a bar for each segment, in the order of the set.</returns>
    public string ToVegaLite() => VegaLite.Spec(
        "Customers by segment",
        Sizes.Select(static size => new (string, object?)[] { ("segment", size.Segment), ("customers", size.Customers), ("share", size.Share) }),
        """
        {
          "mark": "bar",
          "encoding": {
            "y": { "field": "segment", "type": "nominal", "sort": null, "title": null },
            "x": { "field": "customers", "type": "quantitative", "title": "customers" },
            "tooltip": [
              { "field": "segment", "type": "nominal" },
              { "field": "customers", "type": "quantitative", "format": ",d" },
              { "field": "share", "type": "quantitative", "format": ".1%" }
            ]
          }
        }
        """);

    /// <summary>Compares segments, traits and members.</summary>
    /// <param name="other">The other result.</param>
    /// <returns>True where they are the same.</returns>
    public bool Equals(SegmentResult? other) => other is not null && Set == other.Set && LeftOut == other.LeftOut && Sizes == other.Sizes && Table.Equals(other.Table)
        && _bitmaps.Zip(other._bitmaps).All(static pair => pair.First.AsSpan().SequenceEqual(pair.Second));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SegmentResult);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Set, Sizes, Table);

    /// <summary>Says how many segments and customers there are.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"{Set.Segments.Count} segments of {Table.Customers.Count} customers");

    internal SegmentResult Without(ValueList<SegmentProblem> leftOut) => new(_engine, Table, _bitmaps) { LeftOut = leftOut };

    internal ulong[] Bitmap(int segment) => _bitmaps[segment];

    internal bool Has(int segment, int row) => (_bitmaps[segment][row / RowTest.WordRows] >> (row % RowTest.WordRows) & 1) != 0;

    private static SegmentDifferenceOptions Checked(SegmentDifferenceOptions? options)
    {
        options ??= new SegmentDifferenceOptions();
        OptionsCheck.ThrowIfInvalid(options, nameof(options), new SegmentDifferenceOptionsValidator());
        return options;
    }

    private IEnumerable<int> Rows(int segment)
    {
        ulong[] bitmap = _bitmaps[segment];
        for (int word = 0; word < bitmap.Length; word++)
        {
            for (ulong rest = bitmap[word]; rest != 0; rest &= rest - 1)
            {
                yield return (word * RowTest.WordRows) + BitOperations.TrailingZeroCount(rest);
            }
        }
    }

    private static int Count(ulong[] bitmap)
    {
        int members = 0;
        foreach (ulong word in bitmap)
        {
            members += BitOperations.PopCount(word);
        }

        return members;
    }
}
