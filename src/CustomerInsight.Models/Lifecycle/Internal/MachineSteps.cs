namespace CustomerInsight.Models;

/// <summary>A machine in the form in which customers are walked through it.</summary>
internal sealed class MachineSteps
{
    public MachineSteps(LifecycleMachine machine)
    {
        Types = ValueList.From(machine.Transitions.Select(static transition => TypeOf(transition.When)).OfType<string>().Distinct(StringComparer.Ordinal));
        Start = (short)machine.PlaceOf(machine.Start);
        OnActivity = Steps(machine, static trigger => trigger is ActivityTrigger);
        OnTime = Steps(machine, static trigger => trigger is not ActivityTrigger);
    }

    /// <summary>The types of activity that any transition watches; a track for each, after them one for any activity.</summary>
    public ValueList<string> Types { get; }

    public short Start { get; }

    /// <summary>By state, the transitions that an activity sets off, in their order.</summary>
    public MachineStep[][] OnActivity { get; }

    /// <summary>By state, the transitions that fall due, in their order.</summary>
    public MachineStep[][] OnTime { get; }

    private MachineStep[][] Steps(LifecycleMachine machine, Func<LifecycleTrigger, bool> isOf) =>
    [
        .. machine.States.Select(state => machine.Transitions
            .Select(static (transition, place) => (transition, place))
            .Where(one => isOf(one.transition.When) && one.transition.From.Contains(state.Name, StringComparer.Ordinal))
            .Select(one => StepOf((short)one.place, (short)machine.PlaceOf(one.transition.To), one.transition.When))
            .ToArray()),
    ];

    private MachineStep StepOf(short transition, short to, LifecycleTrigger when) => when switch
    {
        ActivityTrigger activity => new MachineStep(transition, to, TrackOf(activity.Type), activity.Count, activity.WithinDays is int days ? days * TimeSpan.TicksPerDay : long.MaxValue, null),
        SilenceTrigger silence => new MachineStep(transition, to, TrackOf(silence.Type), 0, silence.Days * TimeSpan.TicksPerDay, silence),
        StayTrigger stay => new MachineStep(transition, to, -1, 0, stay.Days * TimeSpan.TicksPerDay, null),
        _ => throw new NotSupportedException($"A machine cannot follow a {when.GetType().Name}."),
    };

    private int TrackOf(string? type)
    {
        int track = 0;
        while (track < Types.Count && Types[track] != type)
        {
            track++;
        }

        return track;
    }

    private static string? TypeOf(LifecycleTrigger when) => when switch
    {
        ActivityTrigger activity => activity.Type,
        SilenceTrigger silence => silence.Type,
        _ => null,
    };
}
