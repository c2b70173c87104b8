using System.Diagnostics.CodeAnalysis;

namespace CustomerInsight.Models;

/// <summary>The lives of customers up to a moment, by a declared state machine.</summary>
/// <remarks>Keeps about 60 bytes a customer and 12 a step; what is asked about single customers is made when asked.</remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed partial class LifecycleResult : IEquatable<LifecycleResult>
{
    private readonly string[] _names;
    private readonly LifecyclePaths _paths;
    private readonly string[] _reasons;
    private readonly int _threads;

    internal LifecycleResult(LifecycleMachine machine, DateTimeOffset? asOf, DateOnly? asOfDay, string[] names, LifecyclePaths paths, LifecycleReport report, int threads)
    {
        Machine = machine;
        AsOf = asOf;
        AsOfDay = asOfDay;
        Report = report;
        _names = names;
        _paths = paths;
        _reasons = [.. machine.Transitions.Select(static transition => transition.When.Describe())];
        _threads = threads;
        Customers = new LifecycleCustomers(this);
    }

    /// <summary>Gets the state machine.</summary>
    public LifecycleMachine Machine { get; }

    /// <summary>Gets the moment the lives were seen from; null in a run without any activity, where every customer is in the start.</summary>
    public DateTimeOffset? AsOf { get; }

    /// <summary>Gets the day of <see cref="AsOf"/>, in the time zone of the options; null where that is null.</summary>
    public DateOnly? AsOfDay { get; }

    /// <summary>Gets the customers in ordinal order. Each is made anew when it is asked for.</summary>
    public IReadOnlyList<CustomerLifecycle> Customers { get; }

    /// <summary>Gets what was left out.</summary>
    public LifecycleReport Report { get; }

    /// <summary>Walks the customers of a run through a state machine.</summary>
    /// <param name="customers">The customers, in any order, each once; so are the activities of each.</param>
    /// <param name="asOf">The moment: nothing after it counts.</param>
    /// <param name="options">The machine and what counts; null for the defaults. Read once, here.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Their lives.</returns>
    /// <exception cref="ArgumentException">Two customers have the same name, a customer or an activity is null, or an option is not usable.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <remarks>One pass over the activities, on several threads.</remarks>
    public static LifecycleResult From([NotNull] IReadOnlyList<CustomerHistory> customers, DateTimeOffset asOf, LifecycleOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(customers);
        return From(customers, (DateTimeOffset?)asOf, LifecycleWork.Checked(options), cancellationToken);
    }

    /// <summary>Walks the customers of a plain log through a state machine.</summary>
    /// <param name="log">The log. A customer whose rows are all after <paramref name="asOf"/> is none.</param>
    /// <param name="asOf">The moment: nothing after it counts.</param>
    /// <param name="options">The machine and what counts; null for the defaults. Read once, here.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Their lives.</returns>
    /// <exception cref="ArgumentException">An option is not usable.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <remarks>Sorts the customers by name, then passes over the rows on several threads; memory for another 32 bytes a row meanwhile.</remarks>
    public static LifecycleResult From([NotNull] ActivityLog log, DateTimeOffset asOf, LifecycleOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(log);
        LifecycleOptions settings = LifecycleWork.Checked(options);
        var steps = new MachineSteps(settings.Machine);
        ParallelOptions parallel = FixedChunks.Parallel(settings.MaxDegreeOfParallelism, cancellationToken);
        return LifecycleWork.Do(ActivityReader.Of(log, asOf, steps.Types, parallel), asOf, settings, steps, parallel);
    }

    /// <summary>Finds a customer's life.</summary>
    /// <param name="customer">The customer's name in results.</param>
    /// <returns>The life, or null for a customer that is not here. Time O(log n).</returns>
    public CustomerLifecycle? Find(string customer)
    {
        ArgumentNullException.ThrowIfNull(customer);
        int place = Array.BinarySearch(_names, customer, StringComparer.Ordinal);
        return place < 0 ? null : LifeOf(place);
    }

    /// <summary>Gives the states as traits, for rule segments: <see cref="RunTraitNames.LifecycleState"/> and <see cref="RunTraitNames.DaysInState"/>.</summary>
    /// <param name="asOf">The day the other traits look from; null for <see cref="AsOfDay"/>.</param>
    /// <returns>The traits of all customers.</returns>
    public TraitTable ToTraits(DateOnly? asOf = null)
    {
        string[] states = new string[_names.Length];
        double[] days = new double[_names.Length];
        for (int customer = 0; customer < states.Length; customer++)
        {
            int end = _paths.Starts[customer + 1];
            states[customer] = Machine.States[StateNow(customer)].Name;
            days[customer] = AsOf is DateTimeOffset now && end > _paths.Starts[customer] ? (double)(now.UtcTicks - _paths.Since[end - 1]) / TimeSpan.TicksPerDay : double.NaN;
        }

        return TraitTable.Create(
            _names,
            asOf ?? AsOfDay,
            [TraitColumn.Texts(RunTraitNames.LifecycleState, states, "State of the lifecycle"), TraitColumn.Numbers(RunTraitNames.DaysInState, days, "Days in that state")]);
    }

    /// <summary>Compares the machines, the customers and their lives.</summary>
    /// <param name="other">The other result.</param>
    /// <returns>True where all are equal.</returns>
    public bool Equals(LifecycleResult? other) => other is not null
        && AsOf == other.AsOf && AsOfDay == other.AsOfDay && Machine == other.Machine && Report == other.Report && _names.AsSpan().SequenceEqual(other._names) && _paths.Equals(other._paths);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is LifecycleResult other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(AsOf, Machine, Report, _paths);

    /// <summary>Says how much there is.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"{_names.Length} customers in {Machine.States.Count} states");

    internal static LifecycleResult From(IReadOnlyList<CustomerHistory> customers, DateTimeOffset? asOf, LifecycleOptions settings, CancellationToken cancellationToken)
    {
        var steps = new MachineSteps(settings.Machine);
        ParallelOptions parallel = FixedChunks.Parallel(settings.MaxDegreeOfParallelism, cancellationToken);
        return LifecycleWork.Do(ActivityReader.Of(customers, asOf ?? DateTimeOffset.MaxValue, steps.Types, parallel), asOf, settings, steps, parallel);
    }

    internal CustomerLifecycle LifeOf(int customer)
    {
        ValueList<LifecycleStep> path = ValueList.From(Enumerable.Range(_paths.Starts[customer], _paths.Starts[customer + 1] - _paths.Starts[customer])
            .Select(step => new LifecycleStep(Machine.States[_paths.States[step]].Name, new DateTimeOffset(_paths.Since[step], TimeSpan.Zero), ReasonOf(_paths.Via[step]))));
        long nextAt = _paths.NextAt[customer];
        short nextVia = _paths.NextVia[customer];
        LifecycleStep? next = nextVia < 0 || nextAt > DateTimeOffset.MaxValue.Ticks
            ? null
            : new LifecycleStep(Machine.Transitions[nextVia].To, new DateTimeOffset(nextAt, TimeSpan.Zero), ReasonOf(nextVia));
        return new CustomerLifecycle(_names[customer], path.Count == 0 ? Machine.Start : path[^1].State, path, next, AsOf);
    }

    private string ReasonOf(short via) => via < 0 ? "first activity" : _reasons[via];
}
