namespace CustomerInsight.Models;

/// <summary>Evaluates a set of segments: for all customers at once, or for one.</summary>
/// <remarks>Both answer alike for the same traits; nothing depends on the number of threads.</remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class SegmentEngine
{
    // Columns of this many rows stay in the cache of a core while all segments are asked.
    private const int ChunkRows = 16_384;
    private const int MostInMessage = 5;

    private readonly Dictionary<string, int> _positions = new(StringComparer.Ordinal);

    /// <summary>Makes an engine.</summary>
    /// <param name="set">The segments.</param>
    /// <param name="schema">The traits that customers have.</param>
    /// <exception cref="ArgumentException">The set is not sound, or its questions do not fit the traits; the message names the places.</exception>
    public SegmentEngine(SegmentSet set, TraitSchema schema)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(schema);
        ThrowIfUnsound(set, schema, nameof(set));
        Set = set;
        Schema = schema;
        for (int i = 0; i < set.Segments.Count; i++)
        {
            _positions.Add(set.Segments[i].Name, i);
        }

        Graph = new SegmentGraph(set, _positions);
    }

    /// <summary>Gets the segments.</summary>
    public SegmentSet Set { get; }

    /// <summary>Gets the traits that they were checked against.</summary>
    public TraitSchema Schema { get; }

    /// <summary>Finds the members of all segments.</summary>
    /// <param name="table">The customers with their traits: those of <see cref="Schema"/>, or others that the questions fit.</param>
    /// <param name="maxDegreeOfParallelism">How many threads may work; 0 for as many as the machine has cores.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The members.</returns>
    /// <exception cref="ArgumentException">The questions do not fit the table's traits.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxDegreeOfParallelism"/> is negative.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <remarks>One pass over the columns asked about; a bit for each customer and segment.</remarks>
    public SegmentResult Evaluate(TraitTable table, int maxDegreeOfParallelism = 0, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentOutOfRangeException.ThrowIfNegative(maxDegreeOfParallelism);
        Check(table.Schema, nameof(table));
        int rows = table.Customers.Count;
        ulong[][] bitmaps = [.. Set.Segments.Select(_ => new ulong[(rows + RowTest.WordRows - 1) / RowTest.WordRows])];
        var compiled = new ConditionRows(table, name => bitmaps[_positions[name]]);
        Fill([.. Graph.Order.Select(i => (compiled.Of(Set.Segments[i].When, string.Empty), bitmaps[i]))], rows, maxDegreeOfParallelism, cancellationToken);
        return new SegmentResult(this, table, bitmaps);
    }

    /// <summary>Finds the segments that one customer is in.</summary>
    /// <param name="customer">The customer's traits.</param>
    /// <returns>The names in the order of the set.</returns>
    /// <exception cref="ArgumentException">The questions do not fit the traits.</exception>
    public ValueList<string> SegmentsOf(TraitRow customer)
    {
        bool[] members = For(customer).Members();
        return ValueList.From(Enumerable.Range(0, members.Length).Where(i => members[i]).Select(i => Set.Segments[i].Name));
    }

    /// <summary>Says of each segment whether one customer is in it, why, and what is lacking.</summary>
    /// <param name="customer">The customer's traits.</param>
    /// <returns>A verdict for each segment, in the order of the set.</returns>
    /// <exception cref="ArgumentException">The questions do not fit the traits.</exception>
    public ValueList<SegmentVerdict> Explain(TraitRow customer)
    {
        CustomerEvaluator evaluator = For(customer);
        return ValueList.From(Enumerable.Range(0, Set.Segments.Count).Select(evaluator.Verdict));
    }

    /// <summary>Says of one segment whether a customer is in it, why, and what is lacking.</summary>
    /// <param name="customer">The customer's traits.</param>
    /// <param name="segment">The segment's name.</param>
    /// <returns>The verdict.</returns>
    /// <exception cref="ArgumentException">There is no such segment, or the questions do not fit the traits.</exception>
    public SegmentVerdict Explain(TraitRow customer, string segment) => For(customer).Verdict(PositionOf(segment));

    /// <summary>Which segments ask for which.</summary>
    internal SegmentGraph Graph { get; }

    internal int PositionOf(string segment)
    {
        ArgumentNullException.ThrowIfNull(segment);
        return _positions.TryGetValue(segment, out int position)
            ? position
            : throw new ArgumentException($"There is no segment '{segment}' in the set. Use one of its names; upper and lower case differ.", nameof(segment));
    }

    /// <summary>Answers tests for all rows, each into its bitmap; a test may ask for the bitmaps of those before it.</summary>
    internal static void Fill((RowTest Test, ulong[] Bitmap)[] tests, int rows, int maxDegreeOfParallelism, CancellationToken cancellationToken) =>
        Parallel.For(0, (rows + ChunkRows - 1) / ChunkRows, FixedChunks.Parallel(maxDegreeOfParallelism, cancellationToken), chunk =>
        {
            int first = chunk * ChunkRows;
            int count = Math.Min(ChunkRows, rows - first);
            foreach ((RowTest test, ulong[] bitmap) in tests)
            {
                test.Fill(first, count, bitmap.AsSpan(first / RowTest.WordRows, (count + RowTest.WordRows - 1) / RowTest.WordRows));
            }
        });

    private CustomerEvaluator For(TraitRow customer)
    {
        ArgumentNullException.ThrowIfNull(customer);
        Check(customer.Schema, nameof(customer));
        return new CustomerEvaluator(Set, _positions, Graph, customer);
    }

    private void Check(TraitSchema schema, string parameterName)
    {
        if (!ReferenceEquals(schema, Schema) && !schema.Equals(Schema))
        {
            ThrowIfUnsound(Set, schema, parameterName);
        }
    }

    private static void ThrowIfUnsound(SegmentSet set, TraitSchema schema, string parameterName)
    {
        ValueList<SegmentProblem> problems = set.Validate(schema);
        if (problems.Count > 0)
        {
            string more = problems.Count > MostInMessage ? FormattableString.Invariant($" And {problems.Count - MostInMessage} more.") : string.Empty;
            throw new ArgumentException(string.Join(' ', problems.Take(MostInMessage)) + more, parameterName);
        }
    }
}
