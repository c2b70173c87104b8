namespace CustomerInsight.Models;

/// <summary>Finds what is wrong with a state machine.</summary>
internal static class MachineCheck
{
    private const int MostStates = 100;
    private const int MostTransitions = 1_000;

    public static IEnumerable<string> Problems(string start, ValueList<LifecycleState> states, ValueList<LifecycleTransition> transitions)
    {
        if (states.Count is 0 or > MostStates || transitions.Count > MostTransitions)
        {
            return [FormattableString.Invariant($"There are {states.Count} states and {transitions.Count} transitions. Declare from 1 to {MostStates} states and at most {MostTransitions} transitions.")];
        }

        // The graph can only be walked once its states and transitions are what they should be.
        string[] problems = [.. States(start, states), .. transitions.SelectMany((transition, place) => Transition(transition, place + 1, states))];
        return problems.Length > 0 ? problems : Graph(start, states, transitions);
    }

    private static IEnumerable<string> States(string start, ValueList<LifecycleState> states)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (int place = 0; place < states.Count; place++)
        {
            if (string.IsNullOrWhiteSpace(states[place]?.Name))
            {
                yield return FormattableString.Invariant($"State {place + 1} has no name. Give it one.");
            }
            else if (!names.Add(states[place].Name))
            {
                yield return $"Two states are named '{states[place].Name}'. Rename one.";
            }
        }

        if (start is null || !names.Contains(start))
        {
            yield return $"The start is '{start}', which is no state. Name one of the states.";
        }
    }

    private static IEnumerable<string> Transition(LifecycleTransition? transition, int number, ValueList<LifecycleState> states)
    {
        string name = FormattableString.Invariant($"Transition {number}");
        if (transition?.When is null)
        {
            yield return $"{name} does not say when it is taken, or says it twice. Give it one trigger.";
            yield break;
        }

        if (transition.From.Count == 0)
        {
            yield return $"{name} leads out of no state. Name the states it leads out of.";
        }

        foreach (string state in transition.From.Append(transition.To).Where(state => !states.Any(known => known?.Name == state)))
        {
            yield return $"{name} names '{state}', which is no state. Declare it, or correct the name.";
        }

        if (transition.From.Distinct(StringComparer.Ordinal).Count() < transition.From.Count || transition.From.Contains(transition.To, StringComparer.Ordinal))
        {
            yield return $"{name} names a state twice. Name each state it leads out of once, and another one that it leads to.";
        }

        if (transition.When.Problem() is string problem)
        {
            yield return $"In transition {number}, {problem}.";
        }
    }

    private static IEnumerable<string> Graph(string start, ValueList<LifecycleState> states, ValueList<LifecycleTransition> transitions)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal) { start };
        while (transitions.Any(transition => transition.From.Any(reached.Contains) && reached.Add(transition.To)))
        {
            // Each turn reaches one more state.
        }

        foreach (LifecycleState state in states)
        {
            bool hasWayOut = transitions.Any(transition => transition.From.Contains(state.Name, StringComparer.Ordinal));
            if (!reached.Contains(state.Name))
            {
                yield return $"No transition leads from the start to '{state.Name}'. Add one, or remove the state.";
            }

            if (hasWayOut == state.IsFinal)
            {
                yield return hasWayOut
                    ? $"'{state.Name}' is declared final, but a transition leads out of it. Remove one or the other."
                    : $"No transition leads out of '{state.Name}', so whoever gets there stays for ever. Add one, or declare the state final.";
            }

            foreach (string problem in Shadowed(state.Name, transitions))
            {
                yield return problem;
            }
        }

        if (Circle(states, transitions) is string circle)
        {
            yield return $"Silences lead from '{circle}' back to it, so a customer would go round without end at one moment. Let an activity, or a time spent in a state, be one of the steps.";
        }
    }

    private static IEnumerable<string> Shadowed(string state, ValueList<LifecycleTransition> transitions)
    {
        for (int later = 0; later < transitions.Count; later++)
        {
            for (int earlier = 0; earlier < later; earlier++)
            {
                if (transitions[earlier].From.Contains(state, StringComparer.Ordinal) && transitions[later].From.Contains(state, StringComparer.Ordinal) && transitions[earlier].When.Shadows(transitions[later].When))
                {
                    yield return FormattableString.Invariant($"From '{state}', transition {later + 1} is never taken, since transition {earlier + 1} always comes first. Put it before, or remove it.");
                    break;
                }
            }
        }
    }

    /// <summary>Finds a state from which silences alone lead back to it.</summary>
    private static string? Circle(ValueList<LifecycleState> states, ValueList<LifecycleTransition> transitions)
    {
        LifecycleTransition[] silences = [.. transitions.Where(static transition => transition.When is SilenceTrigger)];
        foreach (LifecycleState state in states)
        {
            var after = new HashSet<string>(silences.Where(transition => transition.From.Contains(state.Name, StringComparer.Ordinal)).Select(static transition => transition.To), StringComparer.Ordinal);
            while (silences.Any(transition => transition.From.Any(after.Contains) && after.Add(transition.To)))
            {
                // Each turn reaches one more state.
            }

            if (after.Contains(state.Name))
            {
                return state.Name;
            }
        }

        return null;
    }
}
