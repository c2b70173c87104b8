namespace CustomerInsight.Models.Tests;

/// <summary>Runs tasks on the thread pool and counts them. A loop that may use one thread only asks for none.</summary>
internal sealed class CountingScheduler : TaskScheduler
{
    private int _queued;

    public int Queued => _queued;

    protected override void QueueTask(Task task)
    {
        Interlocked.Increment(ref _queued);
        ThreadPool.UnsafeQueueUserWorkItem(_ => TryExecuteTask(task), null);
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => !taskWasPreviouslyQueued && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks() => [];
}
