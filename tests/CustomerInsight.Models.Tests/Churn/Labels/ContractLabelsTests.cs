namespace CustomerInsight.Models.Tests;

public sealed class ContractLabelsTests
{
    private static readonly DateTimeOffset Start = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset CutOff = Start.AddDays(100);
    private static readonly DateTimeOffset Until = Start.AddDays(400);

    private static ContractTerm Term(string customer, double from, double? to) => new(customer, Start.AddDays(from), to is double end ? Start.AddDays(end) : null);

    [Fact]
    public void FromContracts_EachFate_HasItsLabelOrReason()
    {
        ContractTerm[] terms =
        [
            Term("stays", 0, null), Term("leaves", 0, 140), Term("leaves at the end", 10, 190), Term("leaves later", 0, 190.5), Term("leaves too early", 0, 105), Term("gone", 0, 90),
            Term("renews", 0, 120), Term("renews", 121, 300), Term("renews too late", 0, 120), Term("renews too late", 121.5, null), Term("to come", 101, null),
            Term("between", 0, 99.5), Term("between", 100.25, null), Term("twice", 0, 120), Term("twice", 50, 300), Term("came back", 0, 20), Term("came back", 95, 150),
        ];
        var options = new ContractLabelOptions { GapDays = 10, HorizonDays = 80, MinimumTenureDays = 30 };

        CustomerLabels labels = CustomerLabels.FromContracts(terms, CutOff, Until, options);

        Assert.Equal(
            [("leaves", true), ("leaves at the end", true), ("leaves later", false), ("renews", false), ("renews too late", true), ("stays", false), ("twice", false)],
            labels.Customers.Zip(labels.Labels));
        Assert.Equal([new(LabelExclusion.TooNew, 1), new(LabelExclusion.NoContract, 2), new(LabelExclusion.EndsInGap, 1)], labels.Exclusions);
        Assert.Equal(labels, CustomerLabels.FromContracts(terms.Reverse(), CutOff, Until, options));
    }

    [Fact]
    public void FromContracts_RenewalNotKnownYet_LabelsNobody()
    {
        ContractTerm[] terms = [Term("a", 0, 140)];
        var options = new ContractLabelOptions { HorizonDays = 80, RenewalGraceDays = 30 };

        Assert.Equal([new(LabelExclusion.NotObserved, 1)], CustomerLabels.FromContracts(terms, CutOff, CutOff.AddDays(109), options).Exclusions);
        Assert.Equal([true], CustomerLabels.FromContracts(terms, CutOff, CutOff.AddDays(110), options).Labels);
    }

    [Fact]
    public void FromContracts_EndBeforeStart_SaysWhichAndNotWhose()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => CustomerLabels.FromContracts([Term("a", 0, 10), Term("secret", 5, 5)], CutOff, Until));

        Assert.Contains("Contract 2", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => CustomerLabels.FromContracts([], CutOff, Until, new ContractLabelOptions { HorizonDays = 0 }));
    }
}
