namespace CustomerInsight.Models.Tests;

public sealed class ActivityLogTests
{
    private static readonly DateTimeOffset At = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Add_Rows_CountsThemAndTheirCustomers()
    {
        var log = new ActivityLog();
        for (int i = 0; i < 150_000; i++)
        {
            log.Add(FormattableString.Invariant($"c{i % 50_000}"), At.AddMinutes(i), i % 2 == 0 ? ActivityTypes.Purchase : "visit", i % 3 == 0 ? 1m : null);
        }

        Assert.Equal(150_000, log.Count);
        Assert.Equal(50_000, RetentionTable.From(log, At.AddYears(1), new RetentionOptions { StartTypes = [] }).Report.Customers);

    }

    [Fact]
    public void Add_WhatCannotBe_Refuses()
    {
        var log = new ActivityLog();

        Assert.Throws<ArgumentException>(() => log.Add(string.Empty, At, "visit"));
        Assert.Throws<ArgumentException>(() => log.Add("a", At, string.Empty));
        Assert.Contains("three capital letters", Assert.Throws<ArgumentException>(() => log.Add("a", At, "visit", 1m, "euro")).Message, StringComparison.Ordinal);
        Assert.Equal(0, log.Count);
    }

    /// <summary>One value in two scopes names those two in full, and nobody else.</summary>
    [Fact]
    public void Add_OneValueInTwoScopes_KeepsTheNamesOfAllOthers()
    {
        CustomerActivity[] month = [.. Enumerable.Range(0, 50).Select(i => Shop.Bought(FormattableString.Invariant($"{i}"), At, 1m))];
        CustomerActivity twin = month[7] with { Customer = month[7].Customer with { Scope = "mall" } };

        PurchaseTable one = PurchaseTable.FromActivities(month, At);
        PurchaseTable next = PurchaseTable.FromActivities([.. month, twin], At);

        string[] names = [.. one.Customers.Select(row => row.Customer)];
        string[] nextNames = [.. next.Customers.Select(row => row.Customer)];
        Assert.Equal(names.Where(name => name != "7"), names.Intersect(nextNames));
        Assert.Equal(["record-key:mall:7", "record-key:shop:7"], nextNames.Except(names).Order(StringComparer.Ordinal));
        Assert.Equal(nextNames.Order(StringComparer.Ordinal), nextNames);
        Assert.All(next.Customers, row => Assert.Equal(1m, row.Revenue));
    }

    [Fact]
    public async Task From_NullsAmongTheElements_SaysWhere()
    {
        CustomerActivity one = Shop.Bought("a", At, 1m);
        CustomerHistory[] noHistory = [Shop.History("a", one), null!];
        CustomerHistory[] noActivity = [Shop.History("a", one), Shop.History("b", one, null!)];
        CustomerHistory[] noActivityOfAList = [new CustomerHistory("a", null, new List<CustomerActivity> { null!, one })];
        CustomerHistory[] noList = [new CustomerHistory("a", null, null!)];
        Action<CustomerHistory[]>[] ways = [all => PurchaseTable.From(all, At), all => LifecycleResult.From(all, At), all => RetentionTable.From(all, At)];

        foreach (Action<CustomerHistory[]> from in ways)
        {
            Assert.StartsWith("Customer 2 of the list is null", Refused(() => from(noHistory)), StringComparison.Ordinal);
            Assert.StartsWith("Activity 2 of customer 2 of the list is null", Refused(() => from(noActivity)), StringComparison.Ordinal);
            Assert.StartsWith("Activity 1 of customer 1 of the list is null", Refused(() => from(noActivityOfAList)), StringComparison.Ordinal);
            Assert.StartsWith("Customer 1 of the list is null", Refused(() => from(noList)), StringComparison.Ordinal);
        }

        Assert.StartsWith("Element 2 is null", Refused(() => PurchaseTable.FromActivities([one, null!], At)), StringComparison.Ordinal);
        Assert.StartsWith("Element 1 is null", Refused(() => PurchaseTable.FromSummaries([null!])), StringComparison.Ordinal);
        Assert.StartsWith("Element 2 is null", (await Assert.ThrowsAsync<ArgumentException>(() => PurchaseTable.FromActivitiesAsync(Later(), At))).Message, StringComparison.Ordinal);

        static string Refused(Action from) => Assert.Throws<ArgumentException>(from).Message;

        async IAsyncEnumerable<CustomerActivity> Later()
        {
            yield return one;
            await Task.Yield();
            yield return null!;
        }
    }

    /// <summary>A row is added whole or not at all.</summary>
    [Fact]
    public void Add_MoreThanALogTakes_RefusesAndStaysAsItWas()
    {
        var log = new ActivityLog();
        for (int type = 0; type <= short.MaxValue; type++)
        {
            log.Add("a", At, FormattableString.Invariant($"type {type}"));
        }

        ArgumentException refused = Assert.Throws<ArgumentException>(() => log.Add("b", At.AddDays(1), "one more"));
        Assert.Contains("32,768 types of activity already", refused.Message, StringComparison.Ordinal);
        Assert.Contains("by item, category or channel", refused.Message, StringComparison.Ordinal);
        Assert.Equal((32_768, At), (log.Count, log.LastAt!.Value));
        log.Add("c", At, "type 7", 3m, "EUR");
        Assert.Equal(["a", "c"], LifecycleResult.From(log, At.AddDays(9)).Customers.Select(life => life.Customer));
    }

    [Fact]
    public void Add_TooManyKindsOfIdentifiers_RefusesAndStaysAsItWas()
    {
        var log = new ActivityLog();
        CustomerActivity one = Shop.Bought("x", At, 1m);
        for (int scope = 0; scope < short.MaxValue; scope++)
        {
            log.Add(one with { Customer = one.Customer with { Scope = FormattableString.Invariant($"{scope}") } });
        }

        Assert.Contains("32,768 types and scopes of identifiers", Assert.Throws<ArgumentException>(() => log.Add(one with { Customer = one.Customer with { Scope = "more" } })).Message, StringComparison.Ordinal);
        Assert.Equal(short.MaxValue, log.Count);
        Assert.Equal(short.MaxValue, PurchaseTable.From(log, At).Customers.Count);
    }

    [Fact]
    public void Add_RefusedActivity_LeavesNoKindBehind()
    {
        var log = new ActivityLog();
        CustomerActivity one = Shop.Bought("x", At, 1m);
        log.Add(one);

        Assert.Throws<ArgumentException>(() => log.Add(one with { Customer = one.Customer with { Scope = "other" }, Value = new Money(1m, "euro") }));

        Assert.False(log.HasKinds);
        Assert.Equal(1, log.Count);
    }

    /// <summary>Customers come in ordinal order, whatever their names share.</summary>
    [Fact]
    public void From_AnyNames_SortsThemOrdinally() => Prop.ForAll(
        Gen.Elements("", "a", "B", "ab", "id-0001", "id-00010", "id-0001é", "张三", "\u007f", "\u0080", "\ud83d\ude00", "\uffff", "id-000123456789", "id-000123456790", "id-000123456789x").ArrayOf().ToArbitrary(),
        Gen.Elements("", "customer-", "张").ToArbitrary(),
        (names, prefix) =>
        {
            var log = new ActivityLog();
            foreach (string name in names)
            {
                log.Add($"{prefix}{name}.", At, "visit");
            }

            return LifecycleResult.From(log, At).Customers.Select(life => life.Customer)
                .SequenceEqual(names.Select(name => $"{prefix}{name}.").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        }).Check(Quick.Tests(500));

    /// <summary>Days are found as a conversion of each moment would find them, at every change of a clock too.</summary>
    [Theory]
    [InlineData("America/St_Johns")]
    [InlineData("Europe/Berlin")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("Asia/Kathmandu")]
    [InlineData("Pacific/Apia")]
    [InlineData("Africa/Casablanca")]
    public void DayOf_AnyMoment_IsThatOfTheZone(string name)
    {
        TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(name);
        var days = new LocalDays(zone, 3);
        var random = new SeededRandom(7);
        for (int i = 0; i < 30_000; i++)
        {
            long ticks = new DateTime(1940, 1, 1).Ticks + (long)(random.NextDouble() * 180 * 365 * TimeSpan.TicksPerDay);
            ticks -= ticks % (TimeSpan.TicksPerMinute * 15);
            DateTime local = TimeZoneInfo.ConvertTime(new DateTimeOffset(ticks, TimeSpan.Zero), zone).DateTime.AddHours(-3);
            Assert.Equal(DateOnly.FromDateTime(local).DayNumber, days.DayOf(ticks));
        }
    }
}
