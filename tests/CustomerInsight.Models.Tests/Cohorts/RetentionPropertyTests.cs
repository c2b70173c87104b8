using static CustomerInsight.Models.Tests.Shop;

namespace CustomerInsight.Models.Tests;

/// <summary>The retention of any activities, against the plain definition.</summary>
public sealed class RetentionPropertyTests
{
    private static readonly string[] Names = ["a", "b", "c", "d"];

    private static readonly DateTimeOffset Moment = new(2024, 3, 31, 13, 0, 0, TimeSpan.Zero);

    private static readonly Gen<CustomerActivity> Activity =
        from customer in Gen.Elements(Names)
        from hours in Gen.Choose(-3_000, 300)
        from type in Gen.Elements(ActivityTypes.Purchase, ActivityTypes.Purchase, "visit", "call")
        from amount in Gen.Elements<decimal?>(null, -3m, 0m, 1m, 2.5m, 7m)
        from currency in Gen.Elements("EUR", "EUR", "USD")
        from id in Gen.Choose(0, 1_000_000)
        select Bought(customer, Moment.AddHours(hours), amount, currency: currency, id: id) with { Type = type };

    private static readonly Gen<RetentionOptions> Options =
        from starts in Gen.Elements<ValueList<string>>([], [ActivityTypes.Purchase], ["visit", ActivityTypes.Purchase])
        from returns in Gen.Elements<ValueList<string>>([], [ActivityTypes.Purchase], ["call"])
        from cohortBy in Gen.Elements(Enum.GetValues<CohortPeriod>())
        from period in Gen.Elements(Enum.GetValues<CohortPeriod>())
        from window in Gen.Elements(Enum.GetValues<RetentionWindow>())
        from kind in Gen.Elements(Enum.GetValues<RetentionKind>())
        from zone in Gen.Elements("UTC", "Europe/Berlin", "America/St_Johns", "Asia/Kolkata", "Australia/Lord_Howe")
        from hour in Gen.Elements(0, 0, 4)
        from flags in Gen.Choose(0, 3)
        from rates in Gen.Elements<IDictionary<string, decimal>?>(null, new Dictionary<string, decimal> { ["USD"] = 0.875m })
        from offsets in Gen.Elements<ValueList<int>>([0, 1, 2, 3], [1, 3, 7, 14, 30], [5], [0, 90])
        from brackets in Gen.Elements<ValueList<RetentionPeriod>>([new(0, 0), new(1, 3), new(4, 20)], [new(2, 5), new(9, 9), new(12, 60)])
        select new RetentionOptions
        {
            StartTypes = starts,
            ReturnTypes = returns,
            CohortBy = cohortBy,
            Period = period,
            Window = window,
            Kind = kind,
            TimeZone = TimeZoneInfo.FindSystemTimeZoneById(zone),
            DayStartsAtHour = hour,
            NetRefunds = (flags & 1) != 0,
            KeepZeroAmounts = (flags & 2) != 0,
            Offsets = offsets,
            Brackets = brackets,
            Currency = "EUR",
            Rates = rates,
            MaxDegreeOfParallelism = 1,
        };

    private static readonly Arbitrary<(CustomerActivity[] Activities, RetentionOptions Options)> Cases =
        (from activities in Activity.ArrayOf() from options in Options select (activities, options)).ToArbitrary();

    [Fact]
    public void From_AnyActivities_AgreesWithThePlainDefinition() => Prop.ForAll(Cases, one =>
    {
        RetentionTable table = RetentionTable.From(Histories(one.Activities), Moment, one.Options);
        IReadOnlyList<RetentionCohort> expected = PlainRetention.Cohorts(Histories(one.Activities), Moment, one.Options);
        return expected.SequenceEqual(table.Cohorts) && table.Report.Customers == expected.Sum(cohort => cohort.Customers);
    }).Check(Quick.Tests(500));

    /// <summary>Law L11.</summary>
    [Fact]
    public void From_ActivitiesAfterTheAsOfMoment_ChangeNothing() => Prop.ForAll(Cases, one =>
    {
        (one.Options.Currency, one.Options.Rates) = (null, null);
        return RetentionTable.From(Histories(one.Activities), Moment, one.Options) == RetentionTable.From(Histories(one.Activities.Where(activity => activity.At <= Moment)), Moment, one.Options)
            && RetentionTable.From(Log(one.Activities), Moment, one.Options) == RetentionTable.From(Log(one.Activities.Where(activity => activity.At <= Moment)), Moment, one.Options);
    }).Check(Quick.Tests(300));

    [Fact]
    public void From_AnyOrderAnyThreadsAndEitherWayIn_GivesTheSameTable() => Prop.ForAll(Cases, one =>
    {
        (one.Options.Currency, one.Options.Rates) = (null, null);
        CustomerActivity[] seen = [.. one.Activities.Where(activity => activity.At <= Moment)];
        RetentionTable table = RetentionTable.From(Histories(seen, withNobody: false), Moment, one.Options);
        one.Options.MaxDegreeOfParallelism = 3;
        return table == RetentionTable.From([.. Histories(seen.Reverse(), withNobody: false).Reverse()], Moment, one.Options)
            && table == RetentionTable.From(Log(seen), Moment, one.Options)
            && table == RetentionTable.From(Log(seen.Reverse()), Moment, one.Options);
    }).Check(Quick.Tests(300));

    [Fact]
    public void From_ManyCustomers_GivesTheSameTableOnAnyNumberOfThreads()
    {
        CustomerHistory[] customers = DrawnHistories(20_000, 5);
        RetentionTable one = RetentionTable.From(customers, AsOf, new RetentionOptions { MaxDegreeOfParallelism = 1 });

        Assert.Equal(one, RetentionTable.From([.. customers.Reverse()], AsOf, new RetentionOptions { MaxDegreeOfParallelism = 4 }));
        Assert.Equal(20_000, one.Report.Customers);
        Assert.Equal(
            customers.Sum(customer => customer.Activities.Sum(activity => activity.Value!.Value.Amount)),
            RetentionTable.From(customers, AsOf, new RetentionOptions { Offsets = [100] }).Total[0].All.CumulativeRevenue);
    }

    private static CustomerHistory[] Histories(IEnumerable<CustomerActivity> activities, bool withNobody = true)
    {
        ILookup<string, CustomerActivity> own = activities.ToLookup(activity => activity.Customer.Value);
        return [.. Names.Where(name => withNobody || own.Contains(name)).Select(name => new CustomerHistory(name, null, [.. own[name]]))];
    }

    private static ActivityLog Log(IEnumerable<CustomerActivity> activities)
    {
        var log = new ActivityLog();
        foreach (CustomerActivity activity in activities)
        {
            log.Add(activity.Customer.Value, activity.At, activity.Type, activity.Value?.Amount, activity.Value?.Currency ?? Money.NoCurrency);
        }

        return log;
    }
}
