namespace CustomerInsight.Models;

/// <summary>What the habits need to know of one order. Its purchases are added in canonical order.</summary>
internal struct OrderHabits
{
    private bool _isStarted;

    public long Ticks { get; private set; }

    public int Day { get; private set; }

    public decimal Amount { get; private set; }

    public decimal? Units { get; private set; }

    public string? Channel { get; private set; }

    public void Add(in PurchaseRow row, in ActivityDetail detail)
    {
        if (!_isStarted)
        {
            _isStarted = true;
            Ticks = row.Ticks;
            Day = row.Day;
        }

        Amount += row.Amount;
        Channel ??= detail.Channel;
        if (detail.Quantity is decimal quantity)
        {
            Units = (Units ?? 0) + quantity;
        }
    }
}
