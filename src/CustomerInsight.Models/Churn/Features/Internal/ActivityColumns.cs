namespace CustomerInsight.Models;

/// <summary>Columns of what customers did, a row each.</summary>
internal sealed class ActivityColumns
{
    private const int DaysPerYear = 365;

    private readonly ActivityFeatureOptions _options;
    private readonly PurchaseTable _purchases;
    private readonly LocalDays _days;
    private readonly long _afterTicks;
    private readonly double[] _rates;
    private readonly ActivityRow[] _rows;
    private readonly double[][] _counts;
    private readonly double[][] _recent;
    private readonly double[][] _since;

    public ActivityColumns(ActivityFeatureOptions options, PurchaseTable purchases, DateTimeOffset asOf, DateTimeOffset? after, ActivityReader reader)
    {
        _options = options;
        _purchases = purchases;
        _days = new LocalDays(options.Purchases.TimeZone, options.Purchases.DayStartsAtHour);
        AsOfDay = DateOnly.FromDayNumber(_days.DayOf(asOf.UtcTicks));
        _afterTicks = after?.UtcTicks ?? long.MinValue;
        _rates = [.. reader.Currencies.Select(currency => currency == purchases.Currency ? 1 : options.Purchases.Rates.TryGetValue(currency, out decimal rate) ? (double)rate : double.NaN)];
        Customers = new string[reader.Customers];
        _rows = new ActivityRow[reader.Customers];
        _counts = [.. options.Types.Select(_ => new double[reader.Customers])];
        _recent = [.. options.Types.Select(_ => new double[reader.Customers])];
        _since = [.. options.Types.Select(_ => new double[reader.Customers])];
    }

    public DateOnly AsOfDay { get; }

    public string[] Customers { get; }

    public void Read(ActivityReader reader, ParallelOptions parallel) => RowChunks.For(Customers.Length, ActivityReader.ChunkLength, parallel, (_, from, to) =>
    {
        var buffer = new ActivityBuffer();
        for (int customer = from; customer < to; customer++)
        {
            Customers[customer] = reader.NameOf(customer);
            Read(customer, reader.Read(customer, buffer));
        }
    });

    /// <summary>The rows of the customers in a table of purchases; −1 for one who is not in it.</summary>
    public int[] RowsIn(PurchaseTable purchases) => Array.ConvertAll(Customers, customer => OrdinalSearch.IndexOf(purchases.Columns.Customers, customer));

    public List<TraitColumn> ToTraits()
    {
        int window = _options.WindowDays;
        int[] table = RowsIn(_purchases);
        var traits = new List<TraitColumn>
        {
            Column(ActivityFeatures.RecentPurchases, (row, _) => row.InWindow0, "Days with a purchase in the last window"),
            Column(ActivityFeatures.RecentRevenue, (row, _) => row.Revenue0, "Revenue of the last window"),
            Column(ActivityFeatures.PurchaseTrend, (row, tenure) => tenure < 2 * window ? double.NaN : Trend(row.InWindow0, row.InWindow1), "Purchases against the window before"),
            Column(ActivityFeatures.RevenueTrend, (row, tenure) => tenure < 2 * window ? double.NaN : Trend(row.Revenue0, row.Revenue1), "Revenue against the window before"),
            Column(ActivityFeatures.PurchaseSlope, (row, tenure) => tenure < 4 * window ? double.NaN : Slope(row), "Rise of purchases from window to window"),
            Column(ActivityFeatures.ShortMomentum, static (row, _) => row.ShortMomentum, "Purchases, the latest counting most"),
            Column(ActivityFeatures.LongMomentum, static (row, _) => row.LongMomentum, "Purchases, those of late counting more"),
            Column(ActivityFeatures.OverdueRatio, static (row, _) => row.OverdueRatio, "Days since the last purchase, in mean gaps"),
            Column(ActivityFeatures.SameSeasonPurchases, (row, tenure) => tenure < DaysPerYear ? double.NaN : row.SameSeason, "Purchases in the same season a year before"),
        };
        if (_options.Purchases.Habits)
        {
            double OfHabits(int row, Func<PurchaseHabits, int> count) => row < 0 || _purchases.Columns.Habits![row] is not { } habits ? double.NaN : count(habits);
            traits.Add(TraitColumn.Numbers(ActivityFeatures.DistinctCategories, Array.ConvertAll(table, row => OfHabits(row, static habits => habits.Categories.Count)), "Different categories"));
            traits.Add(TraitColumn.Numbers(ActivityFeatures.DistinctChannels, Array.ConvertAll(table, row => OfHabits(row, static habits => habits.Channels.Count)), "Different channels"));
        }

        for (int type = 0; type < _options.Types.Count; type++)
        {
            traits.Add(TraitColumn.Numbers(ActivityFeatures.CountOf(_options.Types[type]), _counts[type], "Activities of this type"));
            traits.Add(TraitColumn.Numbers(ActivityFeatures.RecentCountOf(_options.Types[type]), _recent[type], "Activities of this type in the last window"));
            traits.Add(TraitColumn.Numbers(ActivityFeatures.DaysSince(_options.Types[type]), _since[type], "Days since the last activity of this type"));
        }

        return traits;
    }

    private static double Trend(double now, double before) => Numeric.Log1P(Math.Max(0, now)) - Numeric.Log1P(Math.Max(0, before));

    // The least-squares line through the counts at −1.5, −0.5, 0.5 and 1.5.
    private static double Slope(in ActivityRow row) => ((1.5 * (row.InWindow0 - row.InWindow3)) + (.5 * (row.InWindow1 - row.InWindow2))) / 5;

    private TraitColumn Column(string name, Func<ActivityRow, int, double> read, string description)
    {
        double[] values = new double[_rows.Length];
        for (int customer = 0; customer < values.Length; customer++)
        {
            values[customer] = read(_rows[customer], AsOfDay.DayNumber - _rows[customer].FirstDay);
        }

        return TraitColumn.Numbers(name, values, description);
    }

    private void Read(int customer, ReadOnlySpan<ActivityMoment> moments)
    {
        int today = AsOfDay.DayNumber;
        var row = new ActivityRow { FirstDay = int.MaxValue };
        for (int type = 0; type < _since.Length; type++)
        {
            _since[type][customer] = double.NaN;
        }

        foreach (ref readonly ActivityMoment moment in moments)
        {
            if (moment.Ticks <= _afterTicks)
            {
                continue;
            }

            int day = _days.DayOf(moment.Ticks);
            row.FirstDay = Math.Min(row.FirstDay, day);
            if (moment.Type > 0)
            {
                _counts[moment.Type - 1][customer]++;
                _recent[moment.Type - 1][customer] += today - day < _options.WindowDays ? 1 : 0;
                _since[moment.Type - 1][customer] = today - day;
            }
            else if (moment.Type == 0 && !moment.IsRefund && (!moment.IsFree || _options.Purchases.KeepZeroAmounts))
            {
                // As in a table of purchases, those without money or in a currency without a rate are left out.
                double rate = moment.Currency < 0 ? double.NaN : _rates[moment.Currency];
                if (!double.IsNaN(rate))
                {
                    row.Add(day, today, rate * (double)moment.Amount, _options.WindowDays, IsSameSeason(day, today));
                }
            }
        }

        _rows[customer] = row.Ended(today, _options.WindowDays);
    }

    private bool IsSameSeason(int day, int today) => day > today - DaysPerYear && day <= today - DaysPerYear + _options.HorizonDays;
}
