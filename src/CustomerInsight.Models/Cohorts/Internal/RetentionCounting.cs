namespace CustomerInsight.Models;

/// <summary>Makes a retention table.</summary>
internal static class RetentionCounting
{
    /// <summary>Copies options that are usable.</summary>
    public static RetentionOptions Checked(RetentionOptions? options)
    {
        options ??= new RetentionOptions();
        OptionsCheck.ThrowIfInvalid(options, nameof(options), new RetentionOptionsValidator(), new RetentionOptionsRules());
        return new RetentionOptions
        {
            StartTypes = options.StartTypes,
            ReturnTypes = options.ReturnTypes,
            CohortBy = options.CohortBy,
            Period = options.Period,
            Window = options.Window,
            Kind = options.Kind,
            Offsets = options.Offsets,
            Brackets = options.Brackets,
            TimeZone = options.TimeZone,
            DayStartsAtHour = options.DayStartsAtHour,
            Currency = options.Currency,
            Rates = options.Rates is null ? null : new Dictionary<string, decimal>(options.Rates, StringComparer.Ordinal),
            NetRefunds = options.NetRefunds,
            KeepZeroAmounts = options.KeepZeroAmounts,
            MaxDegreeOfParallelism = options.MaxDegreeOfParallelism,
        };
    }

    public static RetentionTable Count(ActivityReader reader, DateTimeOffset asOf, RetentionOptions options, ParallelOptions parallel)
    {
        (string currency, int place) = CurrencyChoice.Of(reader, options.Currency, options.KeepZeroAmounts ?? false, parallel);
        var plan = new RetentionPlan(options, asOf, reader.Currencies, place);
        var all = new RetentionTally(plan, reader.Currencies.Count);
        FixedChunks.Run(
            reader.Customers,
            ActivityReader.ChunkLength,
            parallel,
            (from, to) =>
            {
                var tally = new RetentionTally(plan, reader.Currencies.Count);
                var buffer = new ActivityBuffer();
                for (int customer = from; customer < to; customer++)
                {
                    tally.Add(customer, reader.Read(customer, buffer));
                }

                return tally;
            },
            all.Add);

        ValueList<RetentionCohort> cohorts = ValueList.From(all.Sums
            .GroupBy(static sums => sums.Key.Cohort)
            .Select(cohort => CohortOf(plan.Clock.StartOf(cohort.Key), [.. cohort.Select(static sums => (sums.Key.Over, sums.Value))], plan)));
        return new RetentionTable(plan.Definition, asOf, currency, cohorts, Total(cohorts, plan.Columns.Count), all.Report(reader.Currencies));
    }

    /// <summary>Makes the table of a run without activities.</summary>
    public static RetentionTable Nothing(RetentionOptions options)
    {
        var plan = new RetentionPlan(options, DateTimeOffset.MinValue, [], -1);
        return new RetentionTable(plan.Definition, null, options.Currency ?? Money.NoCurrency, [], Total([], plan.Columns.Count), new RetentionReport(0, 0, 0, 0, 0, 0, 0, []));
    }

    private static RetentionCohort CohortOf(DateOnly start, (int Over, RetentionSums Sums)[] parts, RetentionPlan plan)
    {
        var cells = new RetentionCell[plan.Columns.Count];
        foreach ((int over, RetentionSums sums) in parts)
        {
            decimal cumulative = 0;
            for (int column = 0; column < cells.Length; column++)
            {
                cumulative += sums.Growth[column];
                var count = new RetentionCount(sums.Customers, sums.Retained[column], sums.Revenue[column], cumulative);
                cells[column] += new RetentionCell(count, column < over ? count : default) { MayRise = plan.Unbounded && column < over && count.Retained < count.Customers };
            }
        }

        return new RetentionCohort(start, parts.Sum(static part => part.Sums.Customers), ValueList.Create<RetentionCell>(cells));
    }

    private static ValueList<RetentionCell> Total(ValueList<RetentionCohort> cohorts, int columns)
    {
        var cells = new RetentionCell[columns];
        foreach (RetentionCohort cohort in cohorts)
        {
            for (int column = 0; column < columns; column++)
            {
                cells[column] += cohort.Cells[column];
            }
        }

        return ValueList.Create<RetentionCell>(cells);
    }
}
