using static CustomerInsight.Models.Tests.Shop;

namespace CustomerInsight.Models.Tests;

/// <summary>The lives of any customers by any machine, against the plain definition.</summary>
public sealed class LifecyclePropertyTests
{
    private static readonly string[] Names = ["a", "b", "c"];

    private static readonly DateTimeOffset Moment = new(2024, 3, 31, 13, 0, 0, TimeSpan.Zero);

    // Times on a coarse grid, so that activities and what falls due often meet in one moment.
    private static readonly Gen<CustomerActivity> Activity =
        from customer in Gen.Elements(Names)
        from halfDays in Gen.Choose(-160, 30)
        from type in Gen.Elements(ActivityTypes.Purchase, ActivityTypes.Purchase, "visit", "call")
        from amount in Gen.Elements<decimal?>(null, -3m, 0m, 1m, 2.5m)
        from id in Gen.Choose(0, 1_000_000)
        select Bought(customer, Moment.AddHours(12 * halfDays), amount, id: id) with { Type = type };

    private static readonly Gen<LifecycleOptions> Options =
        from machine in Gen.OneOf(Machines.Any, Gen.Constant(LifecycleMachine.Standard(5, 12, 25, 3)))
        from zone in Gen.Elements("UTC", "Europe/Berlin", "Australia/Lord_Howe")
        from once in Gen.Elements(true, false)
        from zero in Gen.Elements(true, false)
        select new LifecycleOptions { Machine = machine, TimeZone = TimeZoneInfo.FindSystemTimeZoneById(zone), OncePerDay = once, KeepZeroAmounts = zero, MaxDegreeOfParallelism = 1 };

    private static readonly Arbitrary<(CustomerActivity[] Activities, LifecycleOptions Options)> Cases =
        (from activities in Activity.ArrayOf() from options in Options select (activities, options)).ToArbitrary();

    [Fact]
    public void From_AnyActivitiesAndMachine_AgreesWithThePlainDefinition() => Prop.ForAll(Cases, one =>
    {
        var result = LifecycleResult.From(Histories(one.Activities), Moment, one.Options);
        return result.Customers.All(life =>
            life.Path.Select(step => (step.State, step.Since)).SequenceEqual(PlainLifecycle.Path(Histories(one.Activities).Single(history => history.Customer == life.Customer).Activities, Moment, one.Options)));
    }).Check(Quick.Tests(700));

    /// <summary>Law L11.</summary>
    [Fact]
    public void From_ActivitiesAfterTheAsOfMoment_ChangeNothing() => Prop.ForAll(Cases, one =>
    {
        CustomerActivity[] seen = [.. one.Activities.Where(activity => activity.At <= Moment)];
        return LifecycleResult.From(Histories(one.Activities), Moment, one.Options).Equals(LifecycleResult.From(Histories(seen), Moment, one.Options))
            && LifecycleResult.From(Log(one.Activities), Moment, one.Options).Equals(LifecycleResult.From(Log(seen), Moment, one.Options));
    }).Check(Quick.Tests(500));

    /// <summary>Law L11, seen from later: what a later result says of a moment is what was said at that moment.</summary>
    [Fact]
    public void StateAt_AnEarlierMoment_IsWhatWasKnownThen() => Prop.ForAll(Cases, one =>
    {
        DateTimeOffset earlier = Moment.AddDays(-20);
        var now = LifecycleResult.From(Histories(one.Activities), Moment, one.Options);
        var then = LifecycleResult.From(Histories(one.Activities), earlier, one.Options);
        return now.Customers.Zip(then.Customers).All(pair =>
            pair.First.StateAt(earlier) == (pair.Second.Path.Count == 0 ? null : pair.Second.State)
            && pair.First.Path.Where(step => step.Since <= earlier).SequenceEqual(pair.Second.Path));
    }).Check(Quick.Tests(500));

    [Fact]
    public void Next_NothingHappens_ComesTrue() => Prop.ForAll(Cases, one =>
    {
        CustomerActivity[] seen = [.. one.Activities.Where(activity => activity.At <= Moment)];
        return LifecycleResult.From(Histories(seen), Moment, one.Options).Customers.All(life => life.Next is not { } next
            ? LifecycleResult.From(Histories(seen), Moment.AddYears(50), one.Options).Find(life.Customer)!.State == life.State
            : LifecycleResult.From(Histories(seen), next.Since.AddTicks(-1), one.Options).Find(life.Customer)!.State == life.State
                && ComesTrue(LifecycleResult.From(Histories(seen), next.Since, one.Options).Find(life.Customer)!, life, next));
    }).Check(Quick.Tests(200));

    [Fact]
    public void From_AnyOrderAnyThreadsAndEitherWayIn_GivesTheSame() => Prop.ForAll(Cases, one =>
    {
        CustomerActivity[] seen = [.. one.Activities.Where(activity => activity.At <= Moment)];
        var result = LifecycleResult.From(Histories(seen, withNobody: false), Moment, one.Options);
        one.Options.MaxDegreeOfParallelism = 3;
        return result.Equals(LifecycleResult.From([.. Histories(seen.Reverse(), withNobody: false).Reverse()], Moment, one.Options))
            && result.Equals(LifecycleResult.From(Log(seen.Reverse()), Moment, one.Options));
    }).Check(Quick.Tests(500));

    [Fact]
    public void From_ManyCustomers_GivesTheSameOnAnyNumberOfThreads()
    {
        CustomerHistory[] customers = DrawnHistories(20_000, 6);
        var one = LifecycleResult.From(customers, AsOf, new LifecycleOptions { MaxDegreeOfParallelism = 1 });
        var four = LifecycleResult.From([.. customers.Reverse()], AsOf, new LifecycleOptions { MaxDegreeOfParallelism = 4 });

        Assert.Equal(one, four);
        Assert.Equal(one.GetHashCode(), four.GetHashCode());
        Assert.Equal(one.DwellTimes(), four.DwellTimes());
        Assert.Equal(20_000, one.Census().States.Sum(state => state.Customers));
    }

    /// <summary>Everything that is counted adds up to the paths.</summary>
    [Fact]
    public void Counts_AnyLives_AddUp() => Prop.ForAll(Cases, one =>
    {
        var result = LifecycleResult.From(Histories(one.Activities), Moment, one.Options);
        DateTimeOffset from = Moment.AddDays(-30);
        DateTimeOffset to = Moment.AddDays(-10);
        string[] states = [.. result.Machine.States.Select(state => state.Name)];
        LifecycleTransitions all = result.Transitions();
        LifecycleTransitions part = result.Transitions(from, to);
        LifecycleFlow flow = result.Flow(from, to);
        ValueList<LifecycleDwell> dwell = result.DwellTimes();
        return states.All(state => result.Census(to).States.Single(count => count.State == state).Customers == result.Customers.Count(life => life.StateAt(to) == state))
            && all.Counts.Sum() + all.Entered.Sum() == result.Customers.Sum(life => life.Path.Count)
            && part.Counts.Sum() + part.Entered.Sum() == result.Customers.Sum(life => life.Path.Count(step => step.Since > from && step.Since <= to))
            && states.All(a => states.All(b => flow.Count(a, b) == result.Customers.Count(life => life.StateAt(from) == a && life.StateAt(to) == b)))
            && states.All(b => flow.Count(LifecycleFlow.NotSeen, b) == result.Customers.Count(life => life.StateAt(from) is null && life.StateAt(to) == b))
            && states.All(a => dwell.Single(one => one.State == a) is var visits && visits.Visits == visits.Completed + visits.Open && visits.Completed == states.Sum(b => all.Count(a, b)));
    }).Check(Quick.Tests(300));

    private static bool ComesTrue(CustomerLifecycle then, CustomerLifecycle life, LifecycleStep next) =>
        // Either the state is the one foretold, or it was left again in the same moment.
        then.State == next.State || then.Path[^1].Since == next.Since || (then.State == life.State && then.Path == life.Path);

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
