using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace CustomerInsight.Models.Tests;

/// <summary>Small values read the same whatever the culture.</summary>
public sealed class RecordTextTests
{
    private static readonly (object Value, string Text)[] Cases =
    [
        (new SpendInterval(1.5, 1234.5, 0.9), "1.5 to 1234.5 (90 %)"),
        (new SpendPattern(3, 12.25), "3 purchase(s) of 12.25 on average"),
        (new RepeatPattern(3, 20.5, 40), "3 repeat(s), active for 20.5 of 40 days"),
        (new PurchaseInterval(2, 4, 9, 0.925), "2 to 9, median 4 (92.5 %)"),
        (new LaterCustomers(1_200, 3_400, 5_600.5m), "1,200 customers, 3,400 purchase days, 5,600.50"),
        (new ModelParameter("alpha", 4.4136), "alpha=4.4136"),
        (new FitFigure("frequency-spend-correlation", -0.25), "frequency-spend-correlation=-0.25"),
        (new ParameterEstimate("alpha", 4.5, 0.5, 3.5, 5.5), "alpha=4.5 (3.5 to 5.5)"),
        (new ParameterEstimate("alpha", 4.5, null, null, null), "alpha=4.5"),
        (new UncertainValue(4.5, 0.5, 3.5, 5.5), "4.5 (3.5 to 5.5)"),
        (new BgNbdCovariate("web", 0.3, -0.4, 0.5, 0), "web (rate -0.4, a 0.5, b 0)"),
        (new ParetoNbdCovariate("web", 0.3, -0.4, 0.5), "web (rate -0.4, drop-out 0.5)"),
        (new GapPattern(4, -2.5, 0.25), "4 gap(s), logs of shares -2.5, last share 0.25"),
        (new SimulatedCustomer(new RepeatPattern(0, 0, 9.5), 0.125, null, null, 3.5), "0 repeat(s), active for 0 of 9.5 days; buys 0.125 times a day, left after 3.5 days"),
        (new SimulatedCustomer(new RepeatPattern(0, 0, 9.5), 0.125, null, null, null), "0 repeat(s), active for 0 of 9.5 days; buys 0.125 times a day, still buys"),
        (new FitComparisonRow("BG/NBD", 4, -1234.5, 2477, 0, 0.75, 2500.25, 0), "BG/NBD: log-likelihood -1234.50, AIC 2477.00 (weight 0.7500), BIC 2500.25"),
        (new RateInterval(0.25, 0.5), "25.0 % to 50.0 %"),
        (new RetentionCount(1_000, 250, 1_234.5m, 2_345.5m), "250 of 1,000 customers, revenue 1,234.50, 2,345.50 up to then"),
        (new RetentionCell(new RetentionCount(2, 1, 1.5m, 2.5m), new RetentionCount(2, 1, 1.5m, 2.5m)), "1 of 2 customers, revenue 1.50, 2.50 up to then"),
        (new RetentionCell(new RetentionCount(4, 2, 3, 5), new RetentionCount(2, 1, 1.5m, 2.5m)), "1 of 2 customers, revenue 1.50, 2.50 up to then (seen so far)"),
        (new PurchaseGaps(10.5, 9.5, 0.75), "10.5 days apart, median 9.5, variation 0.75"),
        (new HabitShare("books", 1_200, 345.5m, 0.25), "books: 1,200 (25.0 %), 345.50"),
        (new LifecycleStateCount("new", 1_200, 0.25), "new: 1,200 customers (25.0 %)"),
        (new ScoredValue(12.5, 3, null, null), "12.5: 3"),
        (new ScoreBand(2.5, null), "score ≥ 2.5"),
        (default(ScoreBand), "any score"),
        (new RfmFlow("loyal", null, 1_200, 0.25, 10.5m, 0), "loyal → not scored: 1,200 customers (25.0 %), revenue 10.50 → 0.00"),
        (new RfmGridCell(5, 4, 1_200, 0.25, 10.5m, 0.5), "recency 5, frequency 4: 1,200 customers (25.0 %), revenue 10.50 (50.0 %)"),
        (new DendrogramMerge(1, 2, 0.5, 3), "1 and 2 at 0.5: 3 rows"),
        (new GroupAssignment(1, 0.5, 0.75), "group 1 at 0.5 (75.0 %)"),
        (GroupAssignment.Nobody, "no group"),
    ];

    [Fact]
    public void ToString_OtherCulture_ReadsTheSame()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            foreach (string culture in (string[])["", "de-DE", "fa-IR"])
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                Assert.All(Cases, static item => Assert.Equal(item.Text, item.Value.ToString()));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    // The compiler's own text takes the current culture.
    [Fact]
    public void ToString_EveryPublicStructOfFractions_IsItsOwn()
    {
        IEnumerable<string> missing = typeof(RepeatPattern).Assembly.GetExportedTypes()
            .Where(static type => type.IsValueType && !type.IsEnum && HoldsFraction(type))
            .Where(static type => type.GetMethod(nameof(ToString), Type.EmptyTypes) is not { } text
                || text.DeclaringType != type || text.GetCustomAttribute<CompilerGeneratedAttribute>() is not null)
            .Select(static type => type.Name);

        Assert.Empty(missing);
    }

    private static bool HoldsFraction(Type type) => type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)
        .Select(static field => Nullable.GetUnderlyingType(field.FieldType) ?? field.FieldType)
        .Any(static field => field == typeof(double) || field == typeof(decimal) || (field.IsValueType && !field.IsPrimitive && !field.IsEnum && field.Assembly == typeof(RepeatPattern).Assembly && HoldsFraction(field)));
}
