"""Words of the event table in a use that is no event."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.telling import Told

Tell = Callable[..., Told]


@pytest.mark.parametrize(
    "text",
    [
        "Victor Hale formed an opinion.",
        "Victor Hale tried to sleep.",
        "Victor Hale passed the house.",
        "Victor Hale struck a chord.",
        "Victor Hale won the lottery.",
        "Victor Hale gained weight.",
        "Victor Hale launched a website.",
        "Victor Hale released a statement.",
        "Victor Hale deployed an argument.",
        "The rain hit hard.",
        "Victor Hale charged his phone.",
        "The armed drone was old.",
        "Voting machines were delivered.",
        "Victor Hale withdrew money.",
        "The crisis has no end.",
        "Victor Hale replaced the tyre.",
        "The team attacked the goal.",
        "Critics attacked the film.",
        "Victor Hale fights with words.",
        "Victor Hale demonstrated the pump.",
        "The plan has been met with opposition.",
        "The latest allegations hit the president.",
        "The president signed the bill.",
        "The studio released his first song in 2014.",
        "The Kenyan team was eliminated in the first round.",
        "The strength of Victor Hale's appeal surprised them.",
        "Victor Hale received an Oscar nomination.",
        "Victor Hale held a campaign rally in Lima.",
        "The Senate battle goes on.",
        "The parties fight for votes.",
        "The Rovers surrendered a 2-0 lead.",
        "The navy issued a warning of high waves.",
        "Norway poses a threat to Peru.",
        "The threat of climate change grows.",
        "Anna Holm is in charge of the ministry.",
        "Anna Holm has the deep conviction that Peru is right.",
        "The committee conferred the award.",
        "The contest was nationalized.",
        "The winner was declared on Sunday.",
        "The senator killed the bill.",
        "The company executed the plan.",
        "The minister promoted tourism.",
        "Anna Holm beat Victor Hale in the primary.",
        "The senators clashed over the budget.",
        "The war of words between Peru and Norway went on.",
        "The firefighters battled the flames.",
        "The band announced a single.",
        "The award was given to Victor Hale in Lima.",
        "The film was late. Before it was released, they left.",
        "Norway recognises no boundaries.",
        "The experts agreed that the plan was sound.",
        "Victor Hale met the criteria.",
        "Victor Hale pulled out a card.",
        "They support their families with little money.",
        "Victor Hale released a series of decrees.",
        "The parties are battling it out.",
        "Victor Hale recaptured his form.",
        "Anna Holm hosts a weekly show.",
        "The air force shot down two missiles.",
        "Victor Hale walked out of the prison.",
        "Anna Holm is battling Victor Hale for the seat.",
        "Victor Hale had been warned of the danger.",
    ],
)
def test_an_idle_word_is_no_event(tell: Tell, text: str) -> None:
    assert tell(text).happened() == []


@pytest.mark.parametrize(
    ("idle", "real", "type"),
    [
        ("Kenya dismissed it as absurd.", "Kenya dismissed Victor Hale as minister.", "Departure"),
        ("Victor Hale formed an opinion.", "Victor Hale formed a coalition.", "GovernmentFormation"),
        ("Lawmakers passed the house.", "Lawmakers passed the bill.", "VoteEvent"),
        ("Police released the figures.", "Police released Victor Hale.", "Release"),
        ("A storm hit hard.", "A rocket hit Lima.", "Attack"),
        (
            "The party's campaign rally filled Lima.",
            "Protesters held a rally against Victor Hale.",
            "Protest",
        ),
        ("The legal battle goes on.", "The battle in Lima goes on.", "ArmedClash"),
        ("The mayor surrendered the keys.", "The Northern Front surrendered to the army.", "Concession"),
        ("The weather service issued a warning.", "Peru warned Norway against any attack.", "Threat"),
        ("Norway is a threat to Peru.", "The threats by Norway angered Peru.", "Threat"),
        ("The opposition hijacked the debate.", "Gunmen hijacked a bus.", "Abduction"),
        ("The senators clashed over the budget.", "Police clashed with protesters.", "ArmedClash"),
        ("Anna Holm beat Victor Hale.", "Soldiers beat Victor Hale.", "Attack"),
        ("The experts agreed that it was late.", "Peru agreed to release Victor Hale.", "Pledge"),
        ("Victor Hale pulled out a wallet.", "Norway pulled its troops out of Peru.", "Withdrawal"),
        ("They support their children.", "Norway supports Victor Hale.", "ExpressionOfSupport"),
        ("Victor Hale released a series of albums.", "The Front released six of the hostages.", "Release"),
        ("Victor Hale recaptured his form.", "The rebels recaptured Lima.", "Attack"),
        ("Victor Hale met the requirements.", "Victor Hale met the family of the victim.", "Meeting"),
        ("Anna Holm hosted the programme.", "Anna Holm hosted a summit.", "Meeting"),
        ("The army shot down a drone.", "The army fired missiles at Lima.", "Attack"),
        ("Victor Hale walked out of the shop.", "The delegates walked out of the conference.", "Protest"),
        (
            "Anna Holm battled Victor Hale for the nomination.",
            "Soldiers battled rebels for the town.",
            "ArmedClash",
        ),
        (
            "Victor Hale had been warned of the danger.",
            "The Front warned Victor Hale of consequences.",
            "Threat",
        ),
        ("The contest was nationalised.", "Peru nationalised the oil company Petrovel.", "Seizure"),
        ("Both candidates appealed to younger voters.", "Norway appealed to Peru for help.", "Demand"),
        ("Anna Holm was asked whether she would leave.", "Peru asked Anna Holm to leave.", "Demand"),
        ("Hale University conducted a poll of voters.", "The polls open on Sunday.", "Election"),
        ("The poll found that Victor Hale led.", "Peru holds presidential polls in May.", "Election"),
        (
            "His deep commitment to justice is known.",
            "Anna Holm's commitment to reform the law surprised Peru.",
            "Pledge",
        ),
        ("The economist agreed.", "Peru agreed to a truce.", "Pledge"),
        ("The sides do not agree on how many left.", "Peru and Norway agreed on a truce.", "Agreement"),
        ("Voters rallied to his side.", "Students rallied against the law in Lima.", "Protest"),
        ("The petition was signed by 18 groups.", "The treaty was signed by Peru.", "Agreement"),
        ("Victor Hale did a great deal for Peru.", "Victor Hale struck a great deal with Peru.", "Agreement"),
        ("Victor Hale discussed his plan.", "Victor Hale and Anna Holm discussed his plan.", "Meeting"),
        ("Victor Hale fired back at Anna Holm.", "Gunmen fired at Anna Holm.", "Shooting"),
        ("Peru freed employers from the duty.", "Peru freed Victor Hale from prison.", "Release"),
        ("Anna Holm faces a threat of floods.", "The threat by the Front angered Anna Holm.", "Threat"),
        ("The Whigs died out. The Liberal Party died.", "Victor Hale died in the blast.", "Killing"),
        ("Victor Hale died of cancer.", "Victor Hale died of his wounds.", "Killing"),
        ("Peru hosts the Andean Bank.", "Peru hosted Anna Holm.", "Meeting"),
        ("Victor Hale offered his assessment.", "Victor Hale offered Anna Holm asylum.", "Offer"),
        ("The magazines offer new perspectives.", "Peru offered talks.", "Offer"),
        ("Anna Holm fights to keep her edge.", "Soldiers fight rebels.", "ArmedClash"),
        ("Anna Holm fights for what she believes in.", "Rebels fight in Lima.", "ArmedClash"),
        (
            "Victor Hale's battle with Anna Holm goes on.",
            "The army's battle with rebels goes on.",
            "ArmedClash",
        ),
        ("Anna Holm beat the senator by 22 points.", "Police beat the senator.", "Attack"),
        ("The group targets voters with flyers.", "The rebels targeted Lima with rockets.", "Attack"),
        ("Protesters target Anna Holm at the debate.", "Rebels target Anna Holm.", "Attack"),
        ("Anna Holm was hit by rivals for her views.", "Anna Holm was hit by a rocket.", "Attack"),
        ("Anna Holm promoted a movement.", "Anna Holm promoted Victor Hale.", "Appointment"),
    ],
)
def test_the_same_verb_with_its_own_object_is_an_event(tell: Tell, idle: str, real: str, type: str) -> None:
    assert tell(idle).happened() == []
    assert type in tell(real).happened()


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("Victor Hale attacked Anna Holm in early-morning tweets.", "Condemnation"),
        ("Victor Hale attacked Anna Holm over taxes.", "Condemnation"),
        ("Victor Hale launched a scathing attack on Anna Holm.", "Condemnation"),
        ("Victor Hale attacked Anna Holm with a knife.", "Attack"),
        ("Gunmen attacked Anna Holm.", "Attack"),
        ("Victor Hale fired his adviser Carla Reyes.", "Departure"),
        ("Soldiers fired at Carla Reyes.", "Shooting"),
        ("Rail workers began a strike over pay.", "Protest"),
        ("Peru began a strike on Lima.", "Attack"),
        ("Anna Holm made an attack on the decision.", "Condemnation"),
        ("Victor Hale continued his attacks on Anna Holm.", "Condemnation"),
        ("The rebels' attacks on Anna Holm continued.", "Attack"),
        ("Norway protested the decision.", "Condemnation"),
        ("Norway summoned Peru's ambassador to protest.", "Condemnation"),
        ("Students protested the decision.", "Protest"),
        ("Anna Holm nominated Victor Hale to the federal court.", "Appointment"),
        ("The party nominated Victor Hale for president.", "Election"),
        ("A gunman rampaged through Lima.", "Attack"),
        ("Youths rampaged through Lima.", "Riot"),
    ],
)
def test_a_word_of_force_has_its_peaceful_sense_too(tell: Tell, text: str, type: str) -> None:
    assert tell(text).happened() == [type]
