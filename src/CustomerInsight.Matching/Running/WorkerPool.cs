using System.Collections.Concurrent;

namespace CustomerInsight.Matching;

/// <summary>Workers that threads take and give back: a parallel loop asks for one many times, and each has memory that is worth keeping.</summary>
/// <threadsafety>Safe from many threads; a worker is one thread's while it is taken.</threadsafety>
internal sealed class WorkerPool<T>(Func<T> create)
{
    private readonly ConcurrentBag<T> _free = [];
    private readonly ConcurrentBag<T> _all = [];

    /// <summary>Every worker that was made, never more than were at work at one time.</summary>
    public IReadOnlyCollection<T> All => _all;

    public T Take()
    {
        if (_free.TryTake(out T? worker))
        {
            return worker;
        }

        T made = create();
        _all.Add(made);
        return made;
    }

    public void Return(T worker) => _free.Add(worker);
}
