namespace CustomerInsight.Models.Tests;

/// <summary>Retention by its definition: slow and obvious.</summary>
internal static class PlainRetention
{
    public static IReadOnlyList<RetentionCohort> Cohorts(IReadOnlyList<CustomerHistory> customers, DateTimeOffset asOf, RetentionOptions options)
    {
        var starts = new List<(DateOnly Cohort, DateTimeOffset Start, CustomerActivity[] Activities)>();
        foreach (CustomerHistory customer in customers)
        {
            CustomerActivity[] activities = [.. customer.Activities.Where(activity => activity.At <= asOf)];
            DateTimeOffset[] first = [.. activities.Where(activity => Happened(activity, options) && IsOf(activity, options.StartTypes)).Select(activity => activity.At).Order().Take(1)];
            if (first.Length > 0)
            {
                starts.Add((FirstDay(Local(first[0], options), options.CohortBy), first[0], activities));
            }
        }

        (int First, int Last)[] columns = options.Kind == RetentionKind.Bracket
            ? [.. options.Brackets.Select(bracket => (bracket.First, bracket.Last!.Value))]
            : [.. options.Offsets.Select(offset => (offset, offset))];
        return [.. starts.GroupBy(one => one.Cohort).OrderBy(cohort => cohort.Key).Select(cohort => new RetentionCohort(
            cohort.Key,
            cohort.Count(),
            ValueList.From(columns.Select(column => CellOf(
                Count([.. cohort.Select(one => (one.Start, one.Activities))], column, options),
                Count([.. cohort.Where(one => PeriodOf(one.Start, asOf.AddSeconds(1), options) > column.Last).Select(one => (one.Start, one.Activities))], column, options),
                options)))))];
    }

    private static RetentionCell CellOf(RetentionCount all, RetentionCount observed, RetentionOptions options) =>
        new(all, observed) { MayRise = options.Kind == RetentionKind.Unbounded && observed.Retained < observed.Customers };

    private static RetentionCount Count((DateTimeOffset Start, CustomerActivity[] Activities)[] customers, (int First, int Last) column, RetentionOptions options)
    {
        int end = options.Kind == RetentionKind.Unbounded ? int.MaxValue : column.Last;
        int retained = customers.Count(customer => customer.Activities.Any(activity =>
            activity.At >= customer.Start && IsOf(activity, options.ReturnTypes) && Happened(activity, options) && PeriodOf(customer.Start, activity.At, options) is int period && period >= column.First && period <= end));
        return new RetentionCount(customers.Length, retained, Revenue(column.First), Revenue(0));

        decimal Revenue(int from) => customers.Sum(customer => customer.Activities
            .Where(activity => activity.At >= customer.Start && activity.Type == ActivityTypes.Purchase && activity.Value is { } money && RateOf(money, options) > 0 && (money.Amount > 0 || options.NetRefunds))
            .Where(activity => PeriodOf(customer.Start, activity.At, options) is int period && period >= from && period <= column.Last)
            .Sum(activity => activity.Value!.Value.Amount * RateOf(activity.Value!.Value, options)));
    }

    private static decimal RateOf(Money money, RetentionOptions options) =>
        money.Currency == options.Currency ? 1 : options.Rates?.TryGetValue(money.Currency, out decimal rate) == true ? rate : 0;

    private static bool IsOf(CustomerActivity activity, ValueList<string> types) => types.Count == 0 || types.Contains(activity.Type);

    private static bool Happened(CustomerActivity activity, RetentionOptions options) =>
        activity.Type != ActivityTypes.Purchase || activity.Value is not { } money || money.Amount > 0 || (money.Amount == 0 && options.KeepZeroAmounts == true);

    private static int PeriodOf(DateTimeOffset start, DateTimeOffset at, RetentionOptions options)
    {
        int days = options.Period switch { CohortPeriod.Day => 1, CohortPeriod.Week => 7, _ => 30 };
        if (options.Window == RetentionWindow.Elapsed)
        {
            return (int)((at - start) / TimeSpan.FromDays(days));
        }

        DateOnly first = FirstDay(Local(start, options), options.Period);
        DateOnly then = FirstDay(Local(at, options), options.Period);
        return options.Period == CohortPeriod.Month ? ((then.Year - first.Year) * 12) + then.Month - first.Month : (then.DayNumber - first.DayNumber) / days;
    }

    private static DateOnly Local(DateTimeOffset moment, RetentionOptions options) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, options.TimeZone!).DateTime.AddHours(-options.DayStartsAtHour!.Value));

    private static DateOnly FirstDay(DateOnly day, CohortPeriod unit) => unit switch
    {
        CohortPeriod.Day => day,
        CohortPeriod.Week => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
        _ => new DateOnly(day.Year, day.Month, 1),
    };
}
