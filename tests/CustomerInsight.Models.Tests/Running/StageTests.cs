using static CustomerInsight.Models.Tests.Shop;

namespace CustomerInsight.Models.Tests;

public sealed class StageTests
{
    [Fact]
    public async Task Stages_ManyCustomers_LeaveTheirResultsInOrder()
    {
        InsightContext context = await Run(Drawn(), new PurchaseStage(), new RfmStage(), new LifetimeValueStage());

        PurchaseTable table = context.Find<PurchaseTable>()!;
        RfmResult rfm = context.Find<RfmResult>()!;
        LifetimeValueResult value = context.Find<LifetimeValueResult>()!;
        string[] names = [.. table.Customers.Select(customer => customer.Customer)];
        Assert.Equal(400, names.Length);
        Assert.Equal(names.Order(StringComparer.Ordinal), names);
        Assert.Equal(names, rfm.Customers.Select(score => score.Customer));
        Assert.Equal(names, value.Customers.Select(customer => customer.Customer));
        Assert.IsType<LifetimeValueModel>(value.Model);
        Assert.True(value.Fit!.Converged);
        Assert.Equal(value.Customers[7], value.Find(value.Customers[7].Customer));
        Assert.Null(value.Find("nobody"));
    }

    [Fact]
    public async Task Stages_RunTwice_GiveEqualResults()
    {
        InsightContext first = await Run(Drawn(), new PurchaseStage(), new RfmStage(), new LifetimeValueStage());
        InsightContext second = await Run([.. Drawn().Reverse()], new PurchaseStage(), new RfmStage(), new LifetimeValueStage());

        Assert.Equal(first.Find<PurchaseTable>(), second.Find<PurchaseTable>());
        Assert.Equal(first.Find<RfmResult>(), second.Find<RfmResult>());
        Assert.Equal(first.Find<LifetimeValueResult>(), second.Find<LifetimeValueResult>());
    }

    /// <summary>Law L11: nothing after the as-of moment changes a prediction.</summary>
    [Fact]
    public async Task Stages_ActivitiesAfterTheAsOfMoment_ChangeNothing()
    {
        CustomerHistory[] later = [.. Drawn().Select(customer => customer with
        {
            Activities = [.. customer.Activities, Bought(customer.Customer, -1, 1_000m), Bought(customer.Customer, -400, 5m, currency: "USD")],
        })];

        InsightContext now = await Run(Drawn(), new PurchaseStage(), new RfmStage(), new LifetimeValueStage());
        InsightContext then = await Run(later, new PurchaseStage(), new RfmStage(), new LifetimeValueStage());

        Assert.Equal(now.Find<RfmResult>(), then.Find<RfmResult>());
        Assert.Equal(now.Find<LifetimeValueResult>(), then.Find<LifetimeValueResult>());
        Assert.Equal(now.Lines, then.Lines);
    }

    [Fact]
    public async Task PurchaseStage_ThingsLeftOut_ReportsEach()
    {
        InsightContext context = await Run(
            [
                History("a", Bought("a", 9, 10m), Bought("a", 8, -4m), Bought("a", 7, 0m), Bought("a", 6, null), Bought("a", 6, 3_000_000_000_000_000_000m)),
                History("b", Bought("b", 9, 1m, currency: "USD")),
            ],
            new PurchaseStage(new PurchaseOptions { Currency = "EUR" }));

        Assert.Equal(
            ["refunds-left-out", "zero-amounts-left-out", "no-amount-left-out", "implausible-amounts-left-out", "other-currency-left-out", "customers-without-purchases"],
            context.Lines.Select(line => line.Code));
        Assert.All(context.Lines, line => Assert.Equal(("purchases", 1L), (line.Stage, line.Count)));
        Assert.Equal("refunds left out, -4.00 EUR in all", context.Lines[0].Text);
        Assert.Equal("purchases and refunds of 1 customers in USD left out, since the models count in EUR", context.Lines[4].Text);
    }

    [Fact]
    public async Task PurchaseStage_PoliciesChosen_AreReportedToo()
    {
        var options = new PurchaseOptions
        {
            TimeZone = TimeZoneInfo.CreateCustomTimeZone("east", TimeSpan.FromHours(8), "east", "east"),
            Refunds = RefundPolicy.NetAgainstOrder,
            KeepZeroAmounts = true,
            Currency = "EUR",
            Rates = new Dictionary<string, decimal> { ["USD"] = 2 },
        };

        InsightContext context = await Run(
            [History("a", Bought("a", 9, 10m, "1"), Bought("a", 9, 5m, "1"), Bought("a", 8, -4m, "1"), Bought("a", 7, 0m), Bought("a", 6, 3m, "2", "USD"), Bought("a", 5, -3m, "2", "USD"), Bought("a", 5, -3m))],
            new PurchaseStage(options));

        Assert.Equal(
            [
                ("refunds-left-out", 1, "refunds left out, -3.00 EUR in all"),
                ("refunds-netted", 2, "refunds taken off, -10.00 EUR in all"),
                ("orders-refunded", 1, "orders of 1 purchases given back whole, which count as never placed"),
                ("zero-amounts-kept", 1, "purchases of amount zero counted as purchases"),
                ("currency-converted", 2, "purchases and refunds of 1 customers in USD converted into EUR"),
                ("same-order-or-day", 1, "purchases count with others as one order, so that 3 purchases make 2 orders"),
                ("other-day-than-utc", 3, "purchases count on another day than that of their UTC date, by the time zone and the hour at which a day begins"),
            ],
            context.Lines.Select(line => (line.Code, (int)line.Count, line.Text)));
    }

    [Fact]
    public async Task Stages_NoActivity_SayThatNothingWasFitted()
    {
        var context = new InsightContext(new InsightOptions());
        foreach (IInsightStage stage in new IInsightStage[] { new PurchaseStage(), new RfmStage(), new LifetimeValueStage() })
        {
            await stage.RunAsync(context, default);
        }

        Assert.Same(PurchaseTable.Empty, context.Find<PurchaseTable>());
        Assert.Empty(context.Find<RfmResult>()!.Customers);
        Assert.Empty(context.Find<RfmResult>()!.Segments);
        Assert.Empty(context.Find<LifetimeValueResult>()!.Customers);
        Assert.Null(context.Find<LifetimeValueResult>()!.Model);
        Assert.Contains(context.Lines, line => line is { Stage: "rfm", Code: "not-fitted" });
        Assert.Contains(context.Lines, line => line is { Stage: "lifetime-value", Code: "not-fitted" });
        Assert.Equal(2, context.Lines.Count);
    }

    [Fact]
    public async Task LifetimeValueStage_FitStopped_ValuesNobody()
    {
        var estimator = new LifetimeValueEstimator(new LifetimeValueOptions { Purchases = new PurchaseModelOptions { MaximumIterations = 1 } });

        InsightContext context = await Run(Drawn(), new PurchaseStage(), new LifetimeValueStage(estimator));

        Assert.Empty(context.Find<LifetimeValueResult>()!.Customers);
        Assert.Contains("did not converge", context.Lines.Single(line => line.Code == "not-fitted").Text, StringComparison.Ordinal);
        Assert.Contains(context.Lines, line => line.Code == "iteration-limit");
    }

    [Fact]
    public async Task LifetimeValueStage_KindToBeChosen_ChoosesByTheLastPartAndFitsAll()
    {
        var estimator = new LifetimeValueEstimator(new LifetimeValueOptions { Purchases = new PurchaseModelOptions { Kind = null } });
        CustomerHistory[] customers = [.. Drawn(), History("newcomer", Bought("newcomer", 3, 10m))];

        InsightContext context = await Run(customers, new PurchaseStage(), new LifetimeValueStage(estimator));

        LifetimeValueResult result = context.Find<LifetimeValueResult>()!;
        Assert.NotNull(result.Choice!.Recommended);
        Assert.Equal(result.Choice.Chosen!.Fit.Model, ((LifetimeValueModel)result.Model!).Purchases.Name);
        Assert.Equal(401, result.Customers.Count);
        Assert.Equal(401, result.Fit!.Customers);
        Assert.True(result.Choice.Validation!.Customers < 401);
        Assert.Contains(result.Choice.Reason, context.Lines.Single(line => line.Code == "model-chosen").Text, StringComparison.Ordinal);
        Assert.True(context.Lines.Single(line => line.Code == "born-after-calibration").Count >= 1);
        Assert.Equal(result, (await Run([.. customers.Reverse()], new PurchaseStage(), new LifetimeValueStage(estimator))).Find<LifetimeValueResult>());
    }

    [Fact]
    public async Task LifetimeValueStage_TooFewToChooseBy_TakesTheFirstAndSaysSo()
    {
        var estimator = new LifetimeValueEstimator(new LifetimeValueOptions { Purchases = new PurchaseModelOptions { Kind = null, MinimumHoldoutBuyers = 1_000 } });

        InsightContext context = await Run(Drawn(), new PurchaseStage(), new LifetimeValueStage(estimator));

        LifetimeValueResult result = context.Find<LifetimeValueResult>()!;
        Assert.Null(result.Choice!.Recommended);
        Assert.Equal("BG/NBD", ((LifetimeValueModel)result.Model!).Purchases.Name);
        Assert.Contains("fewer than the 1,000 needed", context.Lines.Single(line => line.Code == "model-not-chosen").Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LifetimeValueStage_ModelGiven_FitsNone()
    {
        InsightContext context = await Run(Drawn(), new PurchaseStage(), new LifetimeValueStage(new Flat(0)));

        LifetimeValueResult result = context.Find<LifetimeValueResult>()!;
        Assert.Null(result.Fit);
        Assert.All(result.Customers, customer => Assert.Equal(42, customer.Value));
    }

    [Fact]
    public async Task LifetimeValueStage_ModelThatSkipsCustomers_IsTold()
    {
        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => Run(Drawn(), new PurchaseStage(), new LifetimeValueStage(new Flat(1))));

        Assert.Contains("Return one value for each customer", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ModelStages_WithoutPurchaseStage_SayWhatToAdd()
    {
        Assert.Contains("Add a PurchaseStage", (await Assert.ThrowsAsync<InvalidOperationException>(() => Run([], new RfmStage()))).Message, StringComparison.Ordinal);
        Assert.Contains("Add a PurchaseStage", (await Assert.ThrowsAsync<InvalidOperationException>(() => Run([], new LifetimeValueStage()))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Stages_All_TakeTheirTurnInTheModelPhase() =>
        Assert.All(new IInsightStage[] { new PurchaseStage(), new RfmStage(), new LifetimeValueStage() }, stage => Assert.Equal(InsightPhase.Model, stage.Phase));

    private static CustomerHistory[] Drawn() => DrawnHistories(400, 11);

    private static async Task<InsightContext> Run(IReadOnlyList<CustomerHistory> customers, params IInsightStage[] stages)
    {
        var context = new InsightContext(new InsightOptions { AsOf = AsOf }) { Customers = customers };
        foreach (IInsightStage stage in stages)
        {
            await stage.RunAsync(context, default);
        }

        return context;
    }

    private sealed class Flat(int skip) : ILifetimeValueModel
    {
        public IReadOnlyList<CustomerLifetimeValue> Predict(IReadOnlyList<PurchaseSummary> customers, CancellationToken cancellationToken = default) =>
            [.. customers.Skip(skip).Select(customer => new CustomerLifetimeValue(customer, Duration.Days(365), 1, 1, 1, 42))];
    }
}
