"""The views of the page: an address each, to which the language and the theme are added."""

PLAIN = {
    "workbench": "/?",
    "analysis": "/?q=divergence&",
    "parameters": "/parameters?",
    "parameter": "/parameter/interceptors.gbi-2.burnout_speed?",
    "questions": "/questions?",
    "question": "/question/icbm-reach?",
    "validation": "/validation?",
    "about": "/about?",
}
