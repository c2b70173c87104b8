using System.Globalization;
using System.Text;

namespace CustomerInsight.Models;

/// <summary>A declared state machine of a customer's life: its states, and when a customer goes from one to another.</summary>
/// <remarks>
/// A customer is in <see cref="Start"/> from the first activity on. An activity makes the customer take the first of the transitions declared for its state whose
/// <see cref="ActivityTrigger"/> it meets, at most one. Between activities the transition falls due whose time has come first (of those due at once, the one declared first);
/// what is due already when a state is entered happens at once, and a state left in the moment it was entered leaves no trace. An activity at the very moment
/// at which a transition falls due comes first.
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed partial record LifecycleMachine
{
    /// <summary>Declares a machine.</summary>
    /// <param name="start">The state in which every customer begins.</param>
    /// <param name="states">The states, in the order in which results list them. From 1 to 100.</param>
    /// <param name="transitions">The transitions, in the order in which they are asked. From 0 to 1,000.</param>
    /// <exception cref="ArgumentException">The machine cannot work; the message names every problem that <see cref="Check"/> finds.</exception>
    public LifecycleMachine(string start, ValueList<LifecycleState> states, ValueList<LifecycleTransition> transitions)
    {
        ValueList<string> problems = Check(start, states, transitions);
        if (problems.Count > 0)
        {
            throw new ArgumentException(string.Join(' ', problems), nameof(transitions));
        }

        Start = start;
        States = states;
        Transitions = transitions;
    }

    /// <summary>Gets the states in common use, with limits for a shop whose customers buy every few weeks.</summary>
    /// <remarks>The names are those of marketing practice, for which no binding definition exists; the limits are this library's: see <see cref="Standard"/>.</remarks>
    public static LifecycleMachine Default { get; } = Standard();

    /// <summary>Gets the state in which every customer begins.</summary>
    public string Start { get; }

    /// <summary>Gets the states, in the order in which results list them.</summary>
    public ValueList<LifecycleState> States { get; }

    /// <summary>Gets the transitions, in the order in which they are asked.</summary>
    public ValueList<LifecycleTransition> Transitions { get; }

    /// <summary>Makes the usual machine (prospect, new, active, loyal, at risk, dormant, lost, won back) with other limits.</summary>
    /// <param name="atRiskDays">After how many days without a purchase a customer is at risk, until two gaps between purchases are known. From then on it is twice the own mean gap, from a third of to twice these days.</param>
    /// <param name="dormantDays">After how many days without a purchase a customer is dormant. More than twice <paramref name="atRiskDays"/>.</param>
    /// <param name="lostDays">After how many days without a purchase a customer is lost. More than <paramref name="dormantDays"/>, at most 36,500.</param>
    /// <param name="loyalPurchases">On how many days within 365 a loyal customer has bought. From 2 to 365.</param>
    /// <returns>The machine.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static LifecycleMachine Standard(int atRiskDays = 90, int dormantDays = 270, int lostDays = 540, int loyalPurchases = 5)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(atRiskDays, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lostDays, 36_500);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(lostDays, dormantDays);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(dormantDays, 2L * atRiskDays);
        ArgumentOutOfRangeException.ThrowIfLessThan(loyalPurchases, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(loyalPurchases, 365);
        return StandardMachine.Of(atRiskDays, dormantDays, lostDays, loyalPurchases);
    }

    /// <summary>Finds what is wrong with a machine before it is made, for a person who edits one.</summary>
    /// <param name="start">The state in which every customer begins.</param>
    /// <param name="states">The states.</param>
    /// <param name="transitions">The transitions.</param>
    /// <returns>
    /// A sentence for each problem, none where the machine works: states without a name, of the same name or that no customer can reach; states without a way out that are not
    /// declared final; transitions between states that do not exist, with impossible numbers, or that an earlier one never lets come about; silences that would lead in a circle without end.
    /// </returns>
    public static ValueList<string> Check(string start, ValueList<LifecycleState> states, ValueList<LifecycleTransition> transitions) =>
        ValueList.From(MachineCheck.Problems(start, states, transitions));

    /// <summary>Writes the machine for a person.</summary>
    /// <returns>A line for each state, then one for each transition.</returns>
    public string Describe()
    {
        var text = new StringBuilder();
        foreach (LifecycleState state in States)
        {
            string remark = state.Name == Start ? " (start)" : state.IsFinal ? " (final)" : string.Empty;
            text.AppendLine(CultureInfo.InvariantCulture, $"{state.Name}{remark}{(state.Description.Length == 0 ? string.Empty : $": {state.Description}")}");
        }

        foreach (LifecycleTransition transition in Transitions)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {transition.Describe()}");
        }

        return text.ToString();
    }

    /// <summary>Says how large the machine is.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"{States.Count} states, {Transitions.Count} transitions");

    internal int PlaceOf(string state)
    {
        for (int place = 0; place < States.Count; place++)
        {
            if (States[place].Name == state)
            {
                return place;
            }
        }

        return -1;
    }
}
