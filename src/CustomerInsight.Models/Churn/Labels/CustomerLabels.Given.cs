using System.Diagnostics.CodeAnalysis;

namespace CustomerInsight.Models;

public sealed partial record CustomerLabels
{
    /// <summary>Takes labels as a host knows them: of a column, or by a rule of its own.</summary>
    /// <param name="cutOff">The cut-off.</param>
    /// <param name="windowEnd">The last moment of the window within which the event came or not; after the cut-off.</param>
    /// <param name="customers">The customers, each once, in any order.</param>
    /// <param name="labels">Whether it came: one for each customer.</param>
    /// <param name="target">Whether a label says that the event came or that it did not; null where it is about something else. Rules without a model that a model is compared with go by it.</param>
    /// <param name="eventTypes">The types of activity that are the event; null where it is none of the activities.</param>
    /// <returns>The labels.</returns>
    /// <exception cref="ArgumentException">There are more or fewer labels than customers, a customer has no name or comes twice, or the window ends before it begins.</exception>
    public static CustomerLabels Given(
        DateTimeOffset cutOff,
        DateTimeOffset windowEnd,
        [NotNull] IReadOnlyList<string> customers,
        [NotNull] IReadOnlyList<bool> labels,
        LabelTarget? target = null,
        IReadOnlyList<string>? eventTypes = null)
    {
        ArgumentNullException.ThrowIfNull(customers);
        ArgumentNullException.ThrowIfNull(labels);
        if (customers.Count != labels.Count)
        {
            throw new ArgumentException(FormattableString.Invariant($"{customers.Count} customers have {labels.Count} labels. Give one for each."), nameof(labels));
        }

        if (windowEnd <= cutOff)
        {
            throw new ArgumentException("The window ends before it begins. Give a moment after the cut-off.", nameof(windowEnd));
        }

        // The table puts customers in order and refuses those without a name of their own.
        TraitTable inOrder = TraitTable.Create(customers, null, [TraitColumn.Flags("label", [.. labels.Select(static label => (bool?)label)])]);
        return new CustomerLabels(
            cutOff, cutOff, windowEnd, [.. inOrder.Customers], [.. Enumerable.Range(0, customers.Count).Select(row => inOrder.Columns[0][row].Flag)], customers.Count, [])
        {
            Target = target,
            EventTypes = EventTypesOf(eventTypes ?? []),
        };
    }
}
