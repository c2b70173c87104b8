namespace CustomerInsight.Models;

/// <summary>Customers in ordinal order with what they did up to a moment, wherever it is kept.</summary>
/// <threadsafety>Safe from many threads, each with a buffer of its own.</threadsafety>
internal abstract class ActivityReader
{
    /// <summary>How many customers are worth a piece of work of their own.</summary>
    public const int ChunkLength = 4_096;

    /// <summary>How many customers there are.</summary>
    public abstract int Customers { get; }

    /// <summary>The currencies of all purchases, in ordinal order: a moment's currency is a place in it.</summary>
    public abstract IReadOnlyList<string> Currencies { get; }

    /// <summary>The name of a customer.</summary>
    public abstract string NameOf(int customer);

    /// <summary>Reads what a customer did, in canonical order; valid until the buffer's next use.</summary>
    public abstract ReadOnlySpan<ActivityMoment> Read(int customer, ActivityBuffer buffer);

    /// <summary>Opens histories of a run.</summary>
    /// <param name="customers">The customers, in any order.</param>
    /// <param name="asOf">Nothing after it is read.</param>
    /// <param name="types">The types of activity to tell apart.</param>
    /// <param name="parallel">How to work.</param>
    /// <exception cref="ArgumentException">Two customers have the same name.</exception>
    public static ActivityReader Of(IReadOnlyList<CustomerHistory> customers, DateTimeOffset asOf, IReadOnlyList<string> types, ParallelOptions parallel) =>
        new HistoryReader(customers, asOf.UtcTicks, types, parallel);

    /// <summary>Opens a log.</summary>
    /// <param name="log">The log.</param>
    /// <param name="asOf">Nothing after it is read, and a customer who did nothing before is none.</param>
    /// <param name="types">The types of activity to tell apart.</param>
    /// <param name="parallel">How to work.</param>
    public static ActivityReader Of(ActivityLog log, DateTimeOffset asOf, IReadOnlyList<string> types, ParallelOptions parallel) =>
        new LogReader(log, asOf.UtcTicks, types, parallel);
}
