namespace CustomerInsight.Models;

/// <summary>Walks all customers through a machine.</summary>
internal static class LifecycleWork
{
    /// <summary>Copies options that are usable.</summary>
    public static LifecycleOptions Checked(LifecycleOptions? options)
    {
        options ??= new LifecycleOptions();
        OptionsCheck.ThrowIfInvalid(options, nameof(options), new LifecycleOptionsValidator());
        return new LifecycleOptions
        {
            Machine = options.Machine,
            OncePerDay = options.OncePerDay,
            TimeZone = options.TimeZone,
            DayStartsAtHour = options.DayStartsAtHour,
            KeepZeroAmounts = options.KeepZeroAmounts,
            MaxDegreeOfParallelism = options.MaxDegreeOfParallelism,
        };
    }

    public static LifecycleResult Do(ActivityReader reader, DateTimeOffset? asOf, LifecycleOptions options, MachineSteps steps, ParallelOptions parallel)
    {
        var calendar = new LocalDays(options.TimeZone ?? TimeZoneInfo.Utc, options.DayStartsAtHour ?? 0);
        LocalDays? days = options.OncePerDay ? calendar : null;
        string[] names = new string[reader.Customers];
        LifecycleWalk[] walks = FixedChunks.Run(reader.Customers, ActivityReader.ChunkLength, parallel, (from, to) =>
        {
            var walk = new LifecycleWalk(steps, days, options.KeepZeroAmounts ?? false);
            var buffer = new ActivityBuffer();
            for (int customer = from; customer < to; customer++)
            {
                names[customer] = reader.NameOf(customer);
                walk.Add(reader.Read(customer, buffer), asOf?.UtcTicks ?? -1);
            }

            return walk;
        });
        var report = new LifecycleReport(
            names.Length,
            walks.Sum(static walk => walk.WithoutActivity),
            walks.Sum(static walk => walk.Refunds),
            walks.Sum(static walk => walk.ZeroAmounts),
            walks.Sum(static walk => walk.SameDay));
        DateOnly? asOfDay = asOf is DateTimeOffset now ? DateOnly.FromDayNumber(calendar.DayOf(now.UtcTicks)) : null;
        return new LifecycleResult(options.Machine, asOf, asOfDay, names, LifecycleWalk.Join(walks), report, options.MaxDegreeOfParallelism);
    }
}
