namespace CustomerInsight.Models.Tests;

/// <summary>A walk through a machine by its definition: slow and obvious.</summary>
internal static class PlainLifecycle
{
    public static IReadOnlyList<(string State, DateTimeOffset Since)> Path(IEnumerable<CustomerActivity> activities, DateTimeOffset asOf, LifecycleOptions options)
    {
        CustomerActivity[] seen = [.. activities.Where(activity => activity.At <= asOf).OrderBy(activity => activity.At).ThenBy(activity => Rank(activity, options.Machine))];
        var path = new List<(string State, DateTimeOffset Since)>();
        if (seen.Length == 0)
        {
            return path;
        }

        string state = options.Machine.Start;
        DateTimeOffset entered = seen[0].At;
        path.Add((state, entered));
        var happened = new List<CustomerActivity>();
        foreach (CustomerActivity activity in seen)
        {
            LetTimePass(due => due < activity.At);
            bool counts = activity.Type != ActivityTypes.Purchase || activity.Value is not { } money || money.Amount > 0 || (money.Amount == 0 && options.KeepZeroAmounts == true);
            if (!counts)
            {
                continue;
            }

            CustomerActivity[] before = [.. happened];
            happened.Add(activity);
            LifecycleTransition? taken = options.Machine.Transitions.FirstOrDefault(transition =>
                transition.From.Contains(state) && transition.When is ActivityTrigger trigger
                && Times(happened, trigger.Type, options).Length > Times(before, trigger.Type, options).Length
                && Times(happened, trigger.Type, options).Count(at => trigger.WithinDays is not int days || at > activity.At.AddDays(-days)) >= trigger.Count);
            if (taken is not null)
            {
                Enter(taken.To, activity.At);
            }
        }

        LetTimePass(due => due <= asOf);

        // What was left in the moment it was entered is not seen, nor is what was left and entered again in one moment.
        var visible = path.Where((step, place) => place == path.Count - 1 || path[place + 1].Since > step.Since).ToList();
        return [.. visible.Where((step, place) => place == 0 || visible[place - 1].State != step.State)];

        void LetTimePass(Func<DateTimeOffset, bool> isPast)
        {
            while (true)
            {
                (LifecycleTransition Transition, DateTimeOffset Due)[] due =
                [
                    .. options.Machine.Transitions
                        .Where(transition => transition.From.Contains(state) && DueOf(transition.When) is not null)
                        .Select(transition => (transition, DueOf(transition.When)!.Value))
                        .OrderBy(one => one.Value),
                ];
                if (due.Length == 0 || !isPast(due[0].Due))
                {
                    return;
                }

                Enter(due[0].Transition.To, due[0].Due);
            }
        }

        DateTimeOffset? DueOf(LifecycleTrigger when)
        {
            if (when is StayTrigger stay)
            {
                return entered.AddDays(stay.Days);
            }

            if (when is not SilenceTrigger silence || Times(happened, silence.Type, options) is not { Length: > 0 } times)
            {
                return null;
            }

            DateTimeOffset due = times[^1].AddDays(silence.Days);
            if (silence.OwnGaps is double gaps && times.Length > silence.MinimumGaps)
            {
                double mean = (double)(times[^1] - times[0]).Ticks / (times.Length - 1);
                due = times[^1].AddTicks((long)Math.Min(Math.Max(gaps * mean, TimeSpan.FromDays(silence.AtLeastDays).Ticks), TimeSpan.FromDays(silence.AtMostDays).Ticks));
            }

            return due > entered ? due : entered;
        }

        void Enter(string next, DateTimeOffset at)
        {
            (state, entered) = (next, at);
            path.Add((next, at));
        }
    }

    private static DateTimeOffset[] Times(IEnumerable<CustomerActivity> happened, string? type, LifecycleOptions options)
    {
        IEnumerable<DateTimeOffset> times = happened.Where(activity => type is null || activity.Type == type).Select(activity => activity.At);
        return options.OncePerDay
            ? [.. times.GroupBy(at => TimeZoneInfo.ConvertTime(at, options.TimeZone!).DateTime.AddHours(-(options.DayStartsAtHour ?? 0)).Date).Select(day => day.First())]
            : [.. times];
    }

    /// <summary>Activities of one moment go by the order in which the machine names their types, those it does not name first; refunds before purchases.</summary>
    private static (int Type, decimal Amount) Rank(CustomerActivity activity, LifecycleMachine machine)
    {
        string?[] types = [.. machine.Transitions.Select(transition => transition.When is ActivityTrigger on ? on.Type : (transition.When as SilenceTrigger)?.Type).Where(type => type is not null).Distinct()];
        return (Array.IndexOf(types, activity.Type), activity.Value?.Amount ?? -1_000_000);
    }
}
