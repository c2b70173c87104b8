using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace CustomerInsight.Matching;

/// <summary>Turns conditions into tests on one table's columns. What is shared between workers and steps of a run is made once.</summary>
internal sealed class PairTestCompiler
{
    /// <summary>Stands for a value that is no date.</summary>
    public const int NoDay = -1;

    private const int SketchesPerTask = 1 << 14;

    private static readonly ConditionalWeakTable<StandardizedTable, PairTestCompiler> Compilers = [];

    private readonly StandardizedTable _table;

    private PairTestCompiler(StandardizedTable table) => _table = table;

    private readonly ConcurrentDictionary<object, Lazy<object>> _made = new();

    /// <summary>Gets or sets how many threads the run may use that works with the table now; −1 for as many as there are cores.</summary>
    public int Threads { get; set; } = -1;

    /// <summary>How many records the table has.</summary>
    public int Records => _table.Count;

    /// <summary>The compiler of a table, which lives as long as the table does.</summary>
    public static PairTestCompiler For(StandardizedTable table) => Compilers.GetValue(table, static key => new PairTestCompiler(key));

    public StandardizedColumn Column(string attribute)
    {
        int ordinal = _table.Schema.IndexOf(attribute);
        return ordinal >= 0 ? _table.Column(ordinal) : throw new ArgumentException($"The match design reads the attribute '{attribute}', which no source has. Map it in a source, or take the comparison or rule out.");
    }

    public PartColumn Part(string attribute, ValuePart part) =>
        Once((nameof(Part), attribute, part), () => PartColumn.Of(Column(attribute), part));

    /// <summary>The sketches of what is compared of a column's parts.</summary>
    public TextSketch[] Sketches(string attribute, ValuePart part) => Once((nameof(Sketches), attribute, part), () =>
    {
        PartColumn column = Part(attribute, part);
        var sketches = new TextSketch[column.Texts.Count];
        Parallel.For(0, (sketches.Length + SketchesPerTask - 1) / SketchesPerTask, new ParallelOptions { MaxDegreeOfParallelism = Threads }, task =>
        {
            for (int i = task * SketchesPerTask; i < Math.Min(sketches.Length, (task + 1) * SketchesPerTask); i++)
            {
                sketches[i] = new TextSketch(BestPairTest.Beginning(column.Text(i)));
            }
        });
        return sketches;
    });

    /// <summary>The values of a few columns, record by record.</summary>
    public ValueRows Rows(ValueList<StandardizedColumn?> columns) => Once((nameof(Rows), columns), () => new ValueRows(columns, Records, Threads));

    /// <summary>What a condition computes of a column's distinct values, made once for all workers.</summary>
    /// <param name="key">What it is made of; a value tuple or record, so that equal ones are equal.</param>
    /// <param name="make">Makes it.</param>
    public T Once<T>(object key, Func<T> make)
        where T : class
    {
        Lazy<object> made = _made.GetOrAdd(key, _ => new Lazy<object>(make));
        try
        {
            return (T)made.Value;
        }
        catch
        {
            // The table may be matched again, and what failed once need not fail then.
            _made.TryRemove(new KeyValuePair<object, Lazy<object>>(key, made));
            throw;
        }
    }

    /// <summary>The day number of each value of a column, <see cref="NoDay"/> where it is no date; the part yields yyyy-MM-dd.</summary>
    public int[] Days(string attribute, ValuePart date) => Once((nameof(Days), attribute, date), () =>
    {
        PartColumn column = Part(attribute, date);
        int[] days = [.. column.Texts.Select(static text => DateText.Day(text))];
        return Enumerable.Range(0, column.Column.Values.Count).Select(value => column.Part(value) is >= 0 and int part ? days[part] : NoDay).ToArray();
    });

    /// <summary>The distinct parts that each record has.</summary>
    public PartSets Sets(string attribute, ValuePart part) => Once((nameof(Sets), attribute, part), () => new PartSets(Part(attribute, part), _table.Count));

    /// <summary>For each value of one column the id of the same text in another, or −1.</summary>
    public int[] Crossing(string from, string to) => Once((nameof(Crossing), from, to), () =>
    {
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        ValueList<string> targets = Column(to).Values;
        for (int i = 0; i < targets.Count; i++)
        {
            ids.Add(targets[i], i);
        }

        ValueList<string> values = Column(from).Values;
        int[] crossing = new int[values.Count];
        for (int i = 0; i < crossing.Length; i++)
        {
            crossing[i] = ids.GetValueOrDefault(values[i], -1);
        }

        return crossing;
    });
}
