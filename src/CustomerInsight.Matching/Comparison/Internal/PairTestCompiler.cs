using System.Collections.Concurrent;

namespace CustomerInsight.Matching;

/// <summary>Turns conditions into tests on one table's columns. What is shared between workers is made once.</summary>
internal sealed class PairTestCompiler(StandardizedTable table)
{
    private readonly ConcurrentDictionary<object, Lazy<object>> _made = new();

    public StandardizedColumn Column(string attribute)
    {
        int ordinal = table.Schema.IndexOf(attribute);
        return ordinal >= 0 ? table.Column(ordinal) : throw new ArgumentException($"The match design reads the attribute '{attribute}', which no source has. Map it in a source, or take the comparison or rule out.");
    }

    public PartColumn Part(string attribute, ValuePart part) =>
        Once((nameof(Part), attribute, part), () => PartColumn.Of(Column(attribute), part));

    /// <summary>What a condition computes of a column's distinct values, made once for all workers.</summary>
    /// <param name="key">What it is made of; a value tuple or record, so that equal ones are equal.</param>
    /// <param name="make">Makes it.</param>
    public T Once<T>(object key, Func<T> make)
        where T : class => (T)_made.GetOrAdd(key, _ => new Lazy<object>(make)).Value;

    /// <summary>The day number of each date of a column; the part, which yields yyyy-MM-dd, passes over what is no date.</summary>
    public int[] Days(string attribute, ValuePart date) => Once((nameof(Days), attribute, date), () =>
        Part(attribute, date).Texts.Select(DateText.Day).ToArray());

    /// <summary>The distinct parts that each record has.</summary>
    public PartSets Sets(string attribute, ValuePart part) => Once((nameof(Sets), attribute, part), () => new PartSets(Part(attribute, part), table.Count));

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
