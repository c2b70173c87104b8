namespace CustomerInsight.Models;

/// <summary>Reads the purchases of some customers. Not safe from many threads.</summary>
internal abstract class PurchaseReader
{
    public const short WithoutMoney = -1;

    /// <summary>The number of the currency that the table is in.</summary>
    public const short OwnCurrency = 0;

    private static readonly ActivityDetail None;

    private PurchaseRow[] _rows = new PurchaseRow[16];

    /// <summary>The code of a currency's number.</summary>
    public abstract string CurrencyOf(short number);

    /// <summary>What a purchase tells beside moment and amount.</summary>
    public ref readonly ActivityDetail DetailOf(in PurchaseRow row)
    {
        if (row.Detail < 0)
        {
            return ref None;
        }

        return ref DetailAt(row.Detail);
    }

    /// <summary>Gives a customer's activities of type purchase, in any order; valid until the next reading, and may be changed.</summary>
    public abstract Span<PurchaseRow> Read(int customer);

    /// <summary>An order that depends on nothing but what the rows say, so that sums come out alike whatever the order of arrival.</summary>
    public int Compare(in PurchaseRow left, in PurchaseRow right)
    {
        int order = left.Day.CompareTo(right.Day);
        order = order != 0 ? order : left.Ticks.CompareTo(right.Ticks);
        order = order != 0 ? order : left.Amount.CompareTo(right.Amount);
        return order != 0 ? order : ActivityDetail.Compare(DetailOf(left), DetailOf(right));
    }

    protected abstract ref readonly ActivityDetail DetailAt(int place);

    protected Span<PurchaseRow> Buffer(int length)
    {
        if (_rows.Length < length)
        {
            _rows = new PurchaseRow[Math.Max(length, _rows.Length * 2)];
        }

        return _rows.AsSpan(0, length);
    }
}
