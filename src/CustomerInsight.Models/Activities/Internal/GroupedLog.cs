namespace CustomerInsight.Models;

/// <summary>The rows of a log up to a moment, its customers in ordinal order.</summary>
internal sealed class GroupedLog
{
    private readonly int[] _rows;
    private readonly int[] _starts;

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
            // Those alone: the table of another month, in which they are no twins, is to have the same names for all others.
            names = [.. names.Select((text, i) => kinds[i] == 0 || !IsTwin(names, i) ? text : $"{log.Kinds[kinds[i]].Type}:{log.Kinds[kinds[i]].Scope}:{text}")];
            int[] order = OrdinalOrder.Of(names);
            Customers = Array.ConvertAll(order, i => names[i]);
            (_rows, _starts) = InOrder(order);
            if (HasTwins(Customers))
            {
                throw new ArgumentException("A customer has the name that another gets by the type, scope and value of an identifier. Give one of them another name.", nameof(log));
            }
        }
    }

    /// <summary>The customers with a row up to the moment, no two alike.</summary>
    public string[] Customers { get; }

    /// <summary>The places of a customer's rows, in the order in which they were added.</summary>
    public ReadOnlySpan<int> RowsOf(int customer) => _rows.AsSpan(_starts[customer].._starts[customer + 1]);

    /// <summary>The places of the rows of the customers from a first to, but without, a last, one customer after the other.</summary>
    public ReadOnlySpan<int> RowsOf(int from, int to) => _rows.AsSpan(_starts[from].._starts[to]);

    /// <summary>Where a customer's rows start among those of all, and how many there are.</summary>
    public (int Start, int Length) RangeOf(int customer) => (_starts[customer], _starts[customer + 1] - _starts[customer]);

    private (int[] Rows, int[] Starts) InOrder(int[] order)
    {
        int[] rows = new int[_rows.Length];
        int[] starts = new int[_starts.Length];
        for (int i = 0; i < order.Length; i++)
        {
            ReadOnlySpan<int> own = RowsOf(order[i]);
            own.CopyTo(rows.AsSpan(starts[i]));
            starts[i + 1] = starts[i] + own.Length;
        }

        return (rows, starts);
    }

    private static bool IsTwin(string[] sorted, int place) =>
        (place > 0 && sorted[place] == sorted[place - 1]) || (place + 1 < sorted.Length && sorted[place] == sorted[place + 1]);

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
