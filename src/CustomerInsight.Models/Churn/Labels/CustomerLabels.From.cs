using System.Diagnostics.CodeAnalysis;

namespace CustomerInsight.Models;

public sealed partial record CustomerLabels
{
    /// <summary>Labels the customers of a log by what they did after a cut-off.</summary>
    /// <param name="log">The log. Not changed; do not add to it meanwhile.</param>
    /// <param name="cutOff">The cut-off.</param>
    /// <param name="observedUntil">Until when the log is complete; null for its latest row.</param>
    /// <param name="options">What is predicted, when and of whom; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The labels.</returns>
    /// <exception cref="ArgumentException">An option is not usable.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static CustomerLabels From(
        ActivityLog log, DateTimeOffset cutOff, DateTimeOffset? observedUntil = null, LabelOptions? options = null, CancellationToken cancellationToken = default) =>
        From(log, [cutOff], observedUntil, options, cancellationToken)[0];

    /// <summary>Labels customers by what they did after a cut-off.</summary>
    /// <param name="customers">The customers, in any order, each once.</param>
    /// <param name="cutOff">The cut-off.</param>
    /// <param name="observedUntil">Until when the activities are complete; null for the latest of them.</param>
    /// <param name="options">What is predicted, when and of whom; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The labels.</returns>
    /// <exception cref="ArgumentException">Two customers have the same name, a customer or an activity is null, or an option is not usable.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static CustomerLabels From(
        IReadOnlyList<CustomerHistory> customers, DateTimeOffset cutOff, DateTimeOffset? observedUntil = null, LabelOptions? options = null, CancellationToken cancellationToken = default) =>
        From(customers, [cutOff], observedUntil, options, cancellationToken)[0];

    /// <summary>Labels the customers of a log after each of several cut-offs.</summary>
    /// <param name="log">The log. Not changed; do not add to it meanwhile.</param>
    /// <param name="cutOffs">The cut-offs.</param>
    /// <param name="observedUntil">Until when the log is complete; null for its latest row.</param>
    /// <param name="options">What is predicted, when and of whom; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The labels of each cut-off, in the same order.</returns>
    /// <exception cref="ArgumentException">An option is not usable.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static IReadOnlyList<CustomerLabels> From(
        [NotNull] ActivityLog log, [NotNull] IReadOnlyList<DateTimeOffset> cutOffs, DateTimeOffset? observedUntil = null, LabelOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(log);
        LabelOptions usable = Checked(options);
        var work = new LabelWork(usable);
        ParallelOptions parallel = FixedChunks.Parallel(usable.MaxDegreeOfParallelism, cancellationToken);
        return work.Do(ActivityReader.Of(log, DateTimeOffset.MaxValue, work.Types, parallel), cutOffs, observedUntil ?? log.LastAt ?? DateTimeOffset.MinValue, parallel);
    }

    /// <summary>Labels customers after each of several cut-offs.</summary>
    /// <param name="customers">The customers, in any order, each once.</param>
    /// <param name="cutOffs">The cut-offs.</param>
    /// <param name="observedUntil">Until when the activities are complete; null for the latest of them.</param>
    /// <param name="options">What is predicted, when and of whom; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The labels of each cut-off, in the same order.</returns>
    /// <exception cref="ArgumentException">Two customers have the same name, a customer or an activity is null, or an option is not usable.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static IReadOnlyList<CustomerLabels> From(
        [NotNull] IReadOnlyList<CustomerHistory> customers,
        [NotNull] IReadOnlyList<DateTimeOffset> cutOffs,
        DateTimeOffset? observedUntil = null,
        LabelOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(customers);
        LabelOptions usable = Checked(options);
        var work = new LabelWork(usable);
        ParallelOptions parallel = FixedChunks.Parallel(usable.MaxDegreeOfParallelism, cancellationToken);
        ActivityReader reader = ActivityReader.Of(customers, DateTimeOffset.MaxValue, work.Types, parallel);
        observedUntil ??= customers.SelectMany(static customer => customer.Activities).Select(static activity => activity.At).DefaultIfEmpty(DateTimeOffset.MinValue).Max();
        return work.Do(reader, cutOffs, observedUntil.Value, parallel);
    }

    /// <summary>Labels customers with contracts by whether they leave after a cut-off.</summary>
    /// <param name="contracts">The contracts of all customers, in any order; those of a customer that follow on each other are one stay.</param>
    /// <param name="cutOff">The cut-off: customers with a contract at that moment get a label.</param>
    /// <param name="observedUntil">Until when ends and new contracts are known.</param>
    /// <param name="options">When, and of whom; null for the defaults.</param>
    /// <returns>The labels, true for customers whose stay ends within the window.</returns>
    /// <exception cref="ArgumentException">A contract is null, has no customer or ends before it starts, or an option is not usable.</exception>
    public static CustomerLabels FromContracts([NotNull] IEnumerable<ContractTerm> contracts, DateTimeOffset cutOff, DateTimeOffset observedUntil, ContractLabelOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(contracts);
        options ??= new ContractLabelOptions();
        OptionsCheck.ThrowIfInvalid(options, nameof(options), new ContractLabelOptionsValidator());
        return ContractLabelWork.Do(contracts, cutOff, observedUntil, options);
    }

    internal static LabelOptions Checked(LabelOptions? options)
    {
        options ??= new LabelOptions();
        OptionsCheck.ThrowIfInvalid(options, nameof(options), new LabelOptionsValidator(), new LabelOptionsRules());
        return options.Copy();
    }
}
