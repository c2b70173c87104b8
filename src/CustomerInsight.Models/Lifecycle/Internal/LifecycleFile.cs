namespace CustomerInsight.Models;

internal sealed class LifecycleFile
{
    public required string Start { get; init; }

    public required LifecycleStateFile[] States { get; init; }

    public required LifecycleTransitionFile[] Transitions { get; init; }

    public static LifecycleFile From(LifecycleMachine machine) => new()
    {
        Start = machine.Start,
        States = [.. machine.States.Select(LifecycleStateFile.From)],
        Transitions = [.. machine.Transitions.Select(LifecycleTransitionFile.Of)],
    };

    public LifecycleMachine ToMachine()
    {
        ValueList<LifecycleState> states = ValueList.From((States ?? []).Select(static state => state?.ToState() ?? new LifecycleState(string.Empty)));
        ValueList<LifecycleTransition> transitions = ValueList.From((Transitions ?? []).Select(static transition => transition?.ToTransition() ?? new LifecycleTransition([], string.Empty, null!)));
        ValueList<string> problems = LifecycleMachine.Check(Start, states, transitions);
        return problems.Count == 0
            ? new LifecycleMachine(Start, states, transitions)
            : throw new ModelFileException(ModelFileException.WrongContent, $"The lifecycle in the file cannot work. {string.Join(' ', problems)}");
    }
}
