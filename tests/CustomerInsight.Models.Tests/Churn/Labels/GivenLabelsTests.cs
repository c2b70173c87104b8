namespace CustomerInsight.Models.Tests;

/// <summary>Labels that a host knows already.</summary>
public sealed class GivenLabelsTests
{
    private static readonly DateTimeOffset Cut = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Given_CustomersInAnyOrder_KeepsWhoHasWhichLabel()
    {
        var labels = CustomerLabels.Given(Cut, Cut.AddDays(30), ["b", "c", "a"], [true, false, true]);

        Assert.Equal(["a", "b", "c"], labels.Customers);
        Assert.Equal([true, true, false], labels.Labels);
        Assert.Equal((Cut, Cut, Cut.AddDays(30)), (labels.CutOff, labels.WindowStart, labels.WindowEnd));
        Assert.Equal((2, 3), (labels.Positives, labels.Known));
        Assert.False(labels.Find("c"));
        Assert.Null(labels.Find("d"));
        Assert.Equal(labels, CustomerLabels.Given(Cut, Cut.AddDays(30), ["c", "a", "b"], [false, true, true]));
    }

    [Fact]
    public void Given_WhatDoesNotFit_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => CustomerLabels.Given(Cut, Cut.AddDays(30), ["a", "b"], [true]));
        Assert.Throws<ArgumentException>(() => CustomerLabels.Given(Cut, Cut.AddDays(30), ["a", "a"], [true, true]));
        Assert.Throws<ArgumentException>(() => CustomerLabels.Given(Cut, Cut.AddDays(30), ["a", " "], [true, true]));
        Assert.Throws<ArgumentException>(() => CustomerLabels.Given(Cut, Cut, ["a"], [true]));
    }
}
