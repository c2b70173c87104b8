namespace CustomerInsight.Models;

/// <summary>What became of the customers and activities up to the as-of moment.</summary>
/// <param name="Customers">How many customers have a state.</param>
/// <param name="WithoutActivity">How many of them did nothing yet: they are in the machine's start, nobody knows since when.</param>
/// <param name="Refunds">How many purchases had money below zero: they make no customer go anywhere.</param>
/// <param name="ZeroAmounts">How many purchases of amount zero were left out.</param>
/// <param name="SameDay">How many activities of a type that the machine names came after another of their type on the same day, and were left out.</param>
public sealed record LifecycleReport(int Customers, int WithoutActivity, long Refunds, long ZeroAmounts, long SameDay);
