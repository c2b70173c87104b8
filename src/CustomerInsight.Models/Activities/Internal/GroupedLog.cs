namespace CustomerInsight.Models;

/// <summary>The rows of a log up to a moment, its customers in ordinal order.</summary>
internal sealed class GroupedLog
{
    private readonly int[] _rows;
    private readonly int[] _starts;
    private readonly int[] _order;

    public GroupedLog(ActivityLog log, long asOf, ParallelOptions parallel)
    {
        var groups = LogGroups.Of(log, asOf, parallel);
        _rows = groups.Rows;
        _starts = groups.Starts;
        string[] names = groups.Names(log.Kinds);
        _order = OrdinalOrder.Of(names);
        Customers = new string[names.Length];
        for (int i = 0; i < names.Length; i++)
        {
            Customers[i] = names[_order[i]];
        }
    }

    /// <summary>The customers with a row up to the moment, no two alike.</summary>
    public string[] Customers { get; }

    /// <summary>The places of a customer's rows, in the order in which they were added.</summary>
    public ReadOnlySpan<int> RowsOf(int customer) => _rows.AsSpan(_starts[_order[customer]].._starts[_order[customer] + 1]);
}
