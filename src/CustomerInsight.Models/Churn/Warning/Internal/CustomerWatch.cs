namespace CustomerInsight.Models;

/// <summary>One look at all customers.</summary>
internal sealed class CustomerWatch(EarlyWarningOptions options, DateTimeOffset asOf, ParallelOptions parallel)
{
    // 20 years of stretches of 28 days tell the season well enough.
    private const int MostStretches = 13 * 20;

    private readonly string[] _complaintTypes = ComplaintsOf(options);
    private readonly long _periodTicks = options.PeriodDays * TimeSpan.TicksPerDay;

    /// <summary>The types of activity that are told apart: complaints first.</summary>
    public static string[] TypesOf(EarlyWarningOptions options) => [.. ComplaintsOf(options), .. options.ActivityTypes.Order(StringComparer.Ordinal)];

    public EarlyWarningResult Run(ActivityReader reader)
    {
        SeasonFactors season = options.Seasonal ? LearnSeason(reader) : SeasonFactors.None;
        WatchedCustomer[] known = FixedChunks.Run(reader.Customers, ActivityReader.ChunkLength, parallel, (from, to) => Read(reader, season, from, to))
            .SelectMany(static chunk => chunk)
            .ToArray();
        var limits = new AlarmLimits(options, parallel);
        double dispersion = ActivityBaseline.CommonDispersion(known.Where(static customer => customer.Usual.Level > 0).Select(static customer => customer.Usual));
        WatchedCustomer[] active = [.. known.Where(static customer => customer.Usual.Level > 0).Select(customer => customer with { Usual = customer.Usual.Towards(dispersion, customer.Periods) })];
        limits.Prepare(active.Select(static customer => (customer.Usual, customer.Periods)));
        var warnings = new List<EarlyWarning>();
        int watched = 0;
        foreach (WatchedCustomer customer in active)
        {
            double limit = limits.Of(customer.Usual, customer.Periods);
            if (SumOf(customer, season, silent: true).Value > limit)
            {
                watched++;
                DeclineSum sum = SumOf(customer, season, silent: false);
                if (sum.Value > limit)
                {
                    warnings.Add(Declined(reader.NameOf(customer.Customer), customer, sum, limit, season));
                }
            }
        }

        ComplaintRates? rates = _complaintTypes.Length == 0 ? null : ComplaintRates.Of(known.Select(static customer => (customer.ComplaintsBefore, customer.Periods)));
        warnings.AddRange(Complaining(reader, known, rates));
        return new EarlyWarningResult(
            asOf,
            ValueList.From(warnings.OrderByDescending(static warning => warning.Strength).ThenBy(static warning => warning.Customer, StringComparer.Ordinal).ThenBy(static warning => warning.Kind)),
            new EarlyWarningReport(watched, reader.Customers - known.Length, known.Length - watched, rates is null ? 0 : known.Length, season.IsKnown, options.FalseAlarmRate));
    }

    private static string[] ComplaintsOf(EarlyWarningOptions options) => [.. options.ComplaintTypes.Order(StringComparer.Ordinal)];

    private bool IsComplaint(in ActivityMoment moment) => moment.Type >= 0 && moment.Type < _complaintTypes.Length;

    private bool Counts(in ActivityMoment moment) => !IsComplaint(moment) && !moment.IsRefund && (moment.Type >= 0 || options.ActivityTypes.Count == 0);

    private double DaysBefore(long ticks) => (double)(asOf.UtcTicks - ticks) / TimeSpan.TicksPerDay;

    private SeasonFactors LearnSeason(ActivityReader reader)
    {
        int watchedDays = options.WatchedPeriods * options.PeriodDays;
        (long[] Activities, double[] Days)[] chunks = FixedChunks.Run(reader.Customers, ActivityReader.ChunkLength, parallel, (from, to) =>
        {
            long[] activities = new long[MostStretches];
            double[] days = new double[MostStretches];
            var buffer = new ActivityBuffer();
            for (int customer = from; customer < to; customer++)
            {
                AddStretches(reader.Read(customer, buffer), activities, days);
            }

            return (activities, days);
        });
        long[] activities = new long[MostStretches];
        double[] days = new double[MostStretches];
        foreach ((long[] ofChunk, double[] daysOfChunk) in chunks)
        {
            for (int stretch = 0; stretch < MostStretches; stretch++)
            {
                activities[stretch] += ofChunk[stretch];
                days[stretch] += daysOfChunk[stretch];
            }
        }

        return SeasonFactors.Learn(activities, days, watchedDays, options.PeriodDays);
    }

    private void AddStretches(ReadOnlySpan<ActivityMoment> moments, long[] activities, double[] days)
    {
        int first = 0;
        int last = moments.Length - 1;
        while (first < last && !Counts(moments[first]))
        {
            first++;
        }

        while (last > first && !Counts(moments[last]))
        {
            last--;
        }

        if (last <= first)
        {
            return;
        }

        for (int i = first + 1; i < last; i++)
        {
            int stretch = SeasonFactors.StretchOf(DaysBefore(moments[i].Ticks));
            if (stretch < MostStretches && Counts(moments[i]))
            {
                activities[stretch]++;
            }
        }

        double end = DaysBefore(moments[last].Ticks);
        double start = DaysBefore(moments[first].Ticks);
        for (int stretch = SeasonFactors.StretchOf(end); stretch <= Math.Min(SeasonFactors.StretchOf(start), MostStretches - 1); stretch++)
        {
            days[stretch] += SeasonFactors.DaysIn(stretch, end, start);
        }
    }

    private List<WatchedCustomer> Read(ActivityReader reader, SeasonFactors season, int from, int to)
    {
        var watched = new List<WatchedCustomer>();
        var buffer = new ActivityBuffer();
        double[] counts = new double[options.BaselinePeriods];
        for (int customer = from; customer < to; customer++)
        {
            ReadOnlySpan<ActivityMoment> moments = reader.Read(customer, buffer);

            // The period in which the customer became known is not whole, and its first activity is in it because of that.
            int periods = moments.Length == 0 ? 0 : Math.Min(options.BaselinePeriods, PeriodOf(moments[0].Ticks) - options.WatchedPeriods);
            if (periods >= options.MinimumBaselinePeriods)
            {
                watched.Add(Count(customer, moments, counts.AsSpan(0, periods), season));
            }
        }

        return watched;
    }

    private WatchedCustomer Count(int customer, ReadOnlySpan<ActivityMoment> moments, Span<double> before, SeasonFactors season)
    {
        before.Clear();
        int[] seen = new int[options.WatchedPeriods];
        int complaintsBefore = 0;
        int complaints = 0;
        foreach (ref readonly ActivityMoment moment in moments)
        {
            int period = PeriodOf(moment.Ticks);
            bool isComplaint = IsComplaint(moment);
            if (period < seen.Length)
            {
                complaints += isComplaint ? 1 : 0;
                seen[seen.Length - 1 - period] += Counts(moment) ? 1 : 0;
            }
            else if (period - seen.Length < before.Length)
            {
                complaintsBefore += isComplaint ? 1 : 0;
                before[period - seen.Length] += Counts(moment) ? 1 : 0;
            }
        }

        return new WatchedCustomer(customer, before.Length, Usual(before, season), seen, complaintsBefore, complaints);
    }

    private ActivityBaseline Usual(ReadOnlySpan<double> before, SeasonFactors season)
    {
        int length = ActivityBaseline.BlockLength(before.Length);
        Span<double> blocks = stackalloc double[before.Length / length];
        for (int block = 0; block < blocks.Length; block++)
        {
            double count = 0;
            double factors = 0;
            for (int period = block * length; period < (block + 1) * length; period++)
            {
                count += before[period];
                factors += season.Of(options.WatchedPeriods + period);
            }

            blocks[block] = count * length / factors;
        }

        return ActivityBaseline.Of(blocks, length);
    }

    private int PeriodOf(long ticks) => (int)Math.Min((asOf.UtcTicks - ticks) / _periodTicks, int.MaxValue);

    private DeclineSum SumOf(WatchedCustomer customer, SeasonFactors season, bool silent)
    {
        var sum = new DeclineSum(options.Decline, customer.Usual.Dispersion);
        for (int i = 0; i < customer.Seen.Length; i++)
        {
            sum.Add(customer.Usual.Level * season.Of(customer.Seen.Length - 1 - i), silent ? 0 : customer.Seen[i]);
        }

        return sum;
    }

    private EarlyWarning Declined(string name, WatchedCustomer customer, DeclineSum sum, double limit, SeasonFactors season)
    {
        double usual = 0;
        int seen = 0;
        for (int period = 0; period < sum.Length; period++)
        {
            usual += customer.Usual.Level * season.Of(period);
            seen += customer.Seen[customer.Seen.Length - 1 - period];
        }

        // A limit of 0 is one that hardly any steady customer is above at all.
        return new EarlyWarning(name, EarlyWarningKind.ActivityDecline, DayBefore(sum.Length), usual, seen, limit > 0 ? sum.Value / limit : sum.Value + 1);
    }

    private IEnumerable<EarlyWarning> Complaining(ActivityReader reader, WatchedCustomer[] known, ComplaintRates? rates)
    {
        if (rates is not { } usual)
        {
            yield break;
        }

        foreach (WatchedCustomer customer in known)
        {
            if (customer.Complaints == 0)
            {
                continue;
            }

            double chance = usual.ChanceOf(customer.Complaints, customer.ComplaintsBefore, customer.Periods, options.WatchedPeriods);
            if (chance <= options.FalseAlarmRate)
            {
                yield return new EarlyWarning(
                    reader.NameOf(customer.Customer),
                    EarlyWarningKind.ComplaintsRising,
                    DayBefore(options.WatchedPeriods),
                    usual.Expected(customer.ComplaintsBefore, customer.Periods, options.WatchedPeriods),
                    customer.Complaints,
                    Math.Log(Math.Max(chance, 1e-12)) / Math.Log(options.FalseAlarmRate));
            }
        }
    }

    private DateOnly DayBefore(int periods) => DateOnly.FromDateTime(asOf.AddDays(-(double)periods * options.PeriodDays).DateTime);
}
