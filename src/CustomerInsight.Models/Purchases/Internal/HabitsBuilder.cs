using System.Runtime.InteropServices;

namespace CustomerInsight.Models;

/// <summary>Finds out how one customer after the other buys. Not safe from many threads.</summary>
internal sealed class HabitsBuilder(PurchaseSettings settings)
{
    private const int Weekdays = 7;
    private const int Months = 12;
    private const int Hours = 24;

    private readonly LocalDays _localDays = settings.Days;
    private readonly Func<string, string?>? _categoryOfItem = settings.Options.CategoryOfItem;
    private readonly ShareCounter _categories = new(settings.Options.LargestShares);
    private readonly ShareCounter _channels = new(settings.Options.LargestShares);
    private readonly HashSet<string> _items = new(StringComparer.Ordinal);
    private readonly List<OrderHabits> _perOrder = [];
    private readonly List<double> _gaps = [];

    /// <summary>Sums up purchases in canonical order, at least one.</summary>
    public PurchaseHabits Build(ReadOnlySpan<PurchaseRow> purchases, PurchaseReader reader, OrderNumbers orders, ReturnTotals returns)
    {
        Gather(purchases, reader, orders);
        int count = _perOrder.Count;
        decimal amount = 0;
        int[] weekdays = new int[Weekdays];
        int[] months = new int[Months];
        int[] hours = new int[Hours];
        foreach (OrderHabits order in _perOrder)
        {
            amount += order.Amount;
            var day = DateOnly.FromDayNumber(order.Day);
            weekdays[((int)day.DayOfWeek + Weekdays - 1) % Weekdays]++;
            months[day.Month - 1]++;
            hours[_localDays.HourOf(order.Ticks)]++;
            if (order.Channel is string channel)
            {
                _channels.Add(channel, order.Amount);
            }
        }

        return new PurchaseHabits
        {
            LinesPerOrder = (double)purchases.Length / count,
            UnitsPerOrder = UnitsPerOrder(),
            AmountPerOrder = amount / count,
            DistinctItems = _items.Count,
            Categories = _categories.List(),
            Channels = _channels.List(),
            Weekdays = Shares(weekdays, count),
            Months = Shares(months, count),
            Hours = Shares(hours, count),
            Gaps = GapsOf(purchases),
            Returns = returns.Count,
            ReturnAmount = returns.Amount,
            ReturnShare = returns.Share,
        };
    }

    private void Gather(ReadOnlySpan<PurchaseRow> purchases, PurchaseReader reader, OrderNumbers orders)
    {
        _perOrder.Clear();
        _items.Clear();
        _categories.Clear();
        _channels.Clear();
        ReadOnlySpan<int> orderOf = orders.Number(purchases, reader, out int count);
        CollectionsMarshal.SetCount(_perOrder, count);
        Span<OrderHabits> all = CollectionsMarshal.AsSpan(_perOrder);
        all.Clear();
        for (int i = 0; i < purchases.Length; i++)
        {
            ref readonly PurchaseRow row = ref purchases[i];
            ref readonly ActivityDetail detail = ref reader.DetailOf(row);
            all[orderOf[i]].Add(row, detail);
            if (detail.Item is string item)
            {
                _items.Add(item);
            }

            if ((detail.Category ?? CategoryOf(detail.Item)) is string category)
            {
                _categories.Add(category, row.Amount);
            }
        }
    }

    private string? CategoryOf(string? item) => item is null ? null : _categoryOfItem?.Invoke(item);

    private double? UnitsPerOrder()
    {
        double units = 0;
        int telling = 0;
        foreach (OrderHabits order in _perOrder)
        {
            if (order.Units is decimal known)
            {
                units += (double)known;
                telling++;
            }
        }

        return telling == 0 ? null : units / telling;
    }

    private PurchaseGaps? GapsOf(ReadOnlySpan<PurchaseRow> purchases)
    {
        _gaps.Clear();
        for (int i = 1; i < purchases.Length; i++)
        {
            if (purchases[i].Day != purchases[i - 1].Day)
            {
                _gaps.Add(purchases[i].Day - purchases[i - 1].Day);
            }
        }

        if (_gaps.Count == 0)
        {
            return null;
        }

        _gaps.Sort();
        double mean = _gaps.Average();
        double variance = _gaps.Sum(gap => (gap - mean) * (gap - mean)) / _gaps.Count;
        int middle = _gaps.Count / 2;
        double median = _gaps.Count % 2 == 1 ? _gaps[middle] : (_gaps[middle - 1] + _gaps[middle]) / 2;
        return new PurchaseGaps(mean, median, Math.Sqrt(variance) / mean);
    }

    private static ValueList<double> Shares(int[] counts, int total)
    {
        double[] shares = new double[counts.Length];
        for (int i = 0; i < shares.Length; i++)
        {
            shares[i] = (double)counts[i] / total;
        }

        return new ValueList<double>(ImmutableCollectionsMarshal.AsImmutableArray(shares));
    }
}
