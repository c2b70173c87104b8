namespace CustomerInsight.Models;

/// <summary>Says which of a customer's purchases are one order. Not safe from many threads.</summary>
internal sealed class OrderNumbers(SameDayPolicy policy)
{
    private readonly Dictionary<(string? Source, string? Order, int Day), int> _known = [];
    private int[] _orderOf = new int[16];

    /// <summary>How many orders there are, of rows in order of their day.</summary>
    public int Count(ReadOnlySpan<PurchaseRow> rows, PurchaseReader reader, int days)
    {
        switch (policy)
        {
            case SameDayPolicy.EachPurchase:
                return rows.Length;
            case SameDayPolicy.OneADay:
                return days;
            default:
                return HasOrder(rows, reader) ? Distinct(rows, reader) : days;
        }
    }

    /// <summary>Gives each row the number of its order, from 0 in the order of their first rows, and says how many there are.</summary>
    public ReadOnlySpan<int> Number(ReadOnlySpan<PurchaseRow> rows, PurchaseReader reader, out int count)
    {
        if (_orderOf.Length < rows.Length)
        {
            _orderOf = new int[Math.Max(rows.Length, _orderOf.Length * 2)];
        }

        _known.Clear();
        for (int i = 0; i < rows.Length; i++)
        {
            ref readonly ActivityDetail detail = ref reader.DetailOf(rows[i]);
            var key = policy switch
            {
                SameDayPolicy.EachPurchase => (null, null, i),
                SameDayPolicy.DistinctOrders when detail.Order is not null => (detail.Source, detail.Order, 0),
                _ => ((string?)null, (string?)null, rows[i].Day),
            };
            if (!_known.TryGetValue(key, out int number))
            {
                number = _known.Count;
                _known.Add(key, number);
            }

            _orderOf[i] = number;
        }

        count = _known.Count;
        return _orderOf.AsSpan(0, rows.Length);
    }

    private static bool HasOrder(ReadOnlySpan<PurchaseRow> rows, PurchaseReader reader)
    {
        foreach (ref readonly PurchaseRow row in rows)
        {
            if (reader.DetailOf(row).Order is not null)
            {
                return true;
            }
        }

        return false;
    }

    private int Distinct(ReadOnlySpan<PurchaseRow> rows, PurchaseReader reader)
    {
        if (rows.Length == 1)
        {
            return 1;
        }

        Number(rows, reader, out int count);
        return count;
    }
}
