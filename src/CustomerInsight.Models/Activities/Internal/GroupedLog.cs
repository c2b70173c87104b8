namespace CustomerInsight.Models;

/// <summary>The rows of a log up to a moment, its customers in ordinal order.</summary>
internal sealed class GroupedLog
{
    private readonly int[] _rows;
    private readonly int[] _starts;

    // Where the customers' names are not the texts that they were grouped by; else null.
    private readonly int[]? _order;

    public GroupedLog(ActivityLog log, long asOf, ParallelOptions parallel)
    {
        var keyed = KeyedRows.Of(log, asOf, parallel);
        var parts = new PartGroups[keyed.Parts];
        _rows = new int[keyed.Count];
        Parallel.For(0, parts.Length, parallel, part => parts[part] = PartGroups.Of(log, keyed.Part(part), keyed.IsExact, _rows.AsSpan(keyed.Start(part))));
        int[] firsts = new int[parts.Length + 1];
        for (int part = 0; part < parts.Length; part++)
        {
            firsts[part + 1] = firsts[part] + parts[part].Texts.Length;
        }

        string[] names = new string[firsts[^1]];
        short[] kinds = new short[names.Length];
        _starts = new int[names.Length + 1];
        _starts[^1] = _rows.Length;
        for (int part = 0; part < parts.Length; part++)
        {
            parts[part].Texts.CopyTo(names, firsts[part]);
            parts[part].Kinds.CopyTo(kinds, firsts[part]);
            for (int i = 0; i < parts[part].Starts.Length; i++)
            {
                _starts[firsts[part] + i] = keyed.Start(part) + parts[part].Starts[i];
            }
        }

        Customers = names;
        if (log.HasKinds && HasTwins(names))
        {
            names = [.. names.Select((text, i) => kinds[i] == 0 ? text : $"{log.Kinds[kinds[i]].Type}:{log.Kinds[kinds[i]].Scope}:{text}")];
            _order = OrdinalOrder.Of(names);
            Customers = Array.ConvertAll(_order, i => names[i]);
            if (HasTwins(Customers))
            {
                throw new ArgumentException("Customers who are named by identifiers and customers who are given by name have the same name. Name all of them in one way.", nameof(log));
            }
        }
    }

    /// <summary>The customers with a row up to the moment, no two alike.</summary>
    public string[] Customers { get; }

    /// <summary>The places of a customer's rows, in the order in which they were added.</summary>
    public ReadOnlySpan<int> RowsOf(int customer)
    {
        int group = _order is null ? customer : _order[customer];
        return _rows.AsSpan(_starts[group].._starts[group + 1]);
    }

    private static bool HasTwins(string[] sorted)
    {
        for (int i = 1; i < sorted.Length; i++)
        {
            if (sorted[i] == sorted[i - 1])
            {
                return true;
            }
        }

        return false;
    }
}
