namespace CustomerInsight.Models;

/// <summary>A trait that may know what came after the cut-off.</summary>
/// <param name="Trait">The trait's name; <see cref="LeakageReport.Customers"/> or <see cref="LeakageReport.CustomersLeftOut"/> where the customers themselves change.</param>
/// <param name="Kind">What is suspicious.</param>
/// <param name="CustomersChanged">For how many customers the trait changes without the future; 0 for other kinds.</param>
/// <param name="AreaUnderRoc">How often the trait alone puts a customer with the label above one without, whichever way it points; null for <see cref="LeakageKind.LooksAhead"/>.</param>
public sealed record LeakageFinding(string Trait, LeakageKind Kind, int CustomersChanged, double? AreaUnderRoc);
